/** Source of an expression and how tightly it binds, on a scale that JavaScript, C and Python share. */
export interface Piece {
  readonly text: string;
  readonly binding: number;
}

/** How tightly the operators bind: a choice (?:) least. */
export const choice = 0;
export const sum = 1;
export const product = 2;
export const sign = 3;
export const power = 4;
export const atom = 5;

export const atomOf = (text: string): Piece => ({ text, binding: atom });

/** The source of x where only what binds at least so tightly may stand. */
export const within = (x: Piece, binding: number): string =>
  x.binding < binding ? `(${x.text})` : x.text;

/** How an operation is written: from its operands, and its static argument. */
export interface Template {
  (operands: readonly Piece[], s: unknown): Piece;
  /** Whether an operand is written more than once: it had better be a name. */
  readonly repeats?: boolean;
}

/** left operator right; `right` says how tightly the right operand must bind. */
export const infix =
  (operator: string, binding: number, right: number): Template =>
  ([x, y]) => ({
    text: `${within(x!, binding)} ${operator} ${within(y!, right)}`,
    binding,
  });

/** A function called by name, after its operands what `statics` makes of the static argument. */
export const called =
  (name: string, statics: (s: unknown) => readonly string[] = () => []): Template =>
  (operands, s) =>
    atomOf(`${name}(${[...operands.map(({ text }) => text), ...statics(s)].join(", ")})`);

/** Source in which $1, $2, … stand for the operands, each as an atom. */
export const pattern = (source: string, binding: number): Template => {
  const parts = source.split(/\$(\d)/u);
  const places = parts.filter((_, k) => k % 2 === 1);
  const template: Template = (operands) => ({
    text: parts
      .map((part, k) => (k % 2 === 0 ? part : within(operands[Number(part) - 1]!, atom)))
      .join(""),
    binding,
  });
  return Object.assign(template, { repeats: new Set(places).size < places.length });
};

/** Source that depends on the static argument as well. */
export const staticPattern = (
  source: (s: unknown) => string,
  binding: number,
  repeats = true,
): Template =>
  Object.assign(((operands, s) => pattern(source(s), binding)(operands, s)) satisfies Template, {
    repeats,
  });
