/** How tightly a text holds together: a choice least, a power more than a product. */
export const level = { choice: 0, sum: 1, product: 2, prefix: 3, power: 4, atom: 5 } as const;

/** A formula as LaTeX. What is asked of the text is kept beside it: texts are joined lazily, and reading one costs its length. */
export interface Tex {
  readonly text: string;
  /** The same for what another factor follows: sin(x) for sin x. */
  readonly closed?: string;
  readonly level: number;
  /** What it is the negative of; its text begins with a minus then. */
  readonly opposite?: Tex;
  readonly above?: Tex;
  /** The denominator of a fraction. */
  readonly below?: Tex;
  /** Whether it is higher than a line of text. */
  readonly isTall?: boolean;
  /** Whether it stands between delimiters, which serve as brackets. */
  readonly isDelimited?: boolean;
  readonly begins?: "minus" | "digit" | "function";
  /** sin and x of sin x, where powers are written sin² x. */
  readonly head?: string;
  readonly argument?: Tex;
  /** Values and conditions of a choice; the last has none. */
  readonly cases?: readonly string[];
}

export const atomOf = (text: string, begins?: Tex["begins"]): Tex => ({
  text,
  level: level.atom,
  ...(begins && { begins }),
});

export const one: Tex = /*#__PURE__*/ atomOf("1", "digit");

/** x in brackets of its height. */
const bracketed = ({ text, isTall }: Tex, left = "(", right = ")"): string =>
  isTall ? `\\left${left}${text}\\right${right}` : `${left}${text}${right}`;

/** x where only what holds together so tightly may stand. */
const within = (x: Tex, least: number): string => (x.level < least ? bracketed(x) : x.text);

const tall = (...parts: readonly Tex[]) => ({ isTall: parts.some(({ isTall }) => isTall) });

/** −x */
export const negated = (x: Tex): Tex =>
  x.opposite ?? {
    text: `-${within(x, level.product)}`,
    level: level.sum,
    opposite: x,
    begins: "minus",
    ...tall(x),
  };

/** x + y: x − |y| for a negative y, and y − |x| for a negative x. */
export const sum = (x: Tex, y: Tex): Tex => {
  if (x.opposite !== undefined && y.begins !== "minus") return sum(y, x);
  const first = within(x, level.sum);
  const second = y.opposite
    ? ` - ${within(y.opposite, level.product)}`
    : ` + ${y.begins === "minus" ? bracketed(y) : within(y, level.sum)}`;
  const begins = x.begins === "minus" && x.level >= level.sum ? x.begins : undefined;
  return { text: first + second, level: level.sum, ...(begins && { begins }), ...tall(x, y) };
};

const isNumber = (x: Tex): boolean => x.begins === "digit" && x.level === level.atom;

/** Factors side by side: a dot only where digits would run together. */
const adjoined = (x: Tex, y: Tex): Tex => {
  const isOpen = x.closed !== undefined && y.begins !== "function";
  const left = x.level < level.product ? bracketed(x) : isOpen ? x.closed : x.text;
  const dot = y.begins === "digit" ? " \\cdot " : " ";
  const right = within(y, level.product);
  const isBare = y.closed !== undefined && y.level >= level.product;
  const begins = x.level < level.product ? undefined : x.begins;
  return {
    text: left + dot + right,
    ...(isBare && { closed: left + dot + y.closed }),
    level: level.product,
    ...(begins && { begins }),
    ...tall(x, y),
  };
};

/** x·y: the minus in front, and one fraction of fractions. */
export const product = (x: Tex, y: Tex): Tex => {
  if (x.opposite) return negated(product(x.opposite, y));
  if (y.opposite) return negated(product(x, y.opposite));
  if (x.below || y.below) {
    const above = product(x.above ?? x, y.above ?? y);
    return fraction(above, product(x.below ?? one, y.below ?? one));
  }
  if (x.text === "1") return y;
  if (y.text === "1") return x;
  // A number goes first.
  return isNumber(y) && !isNumber(x) ? adjoined(y, x) : adjoined(x, y);
};

/** x/y */
export const fraction = (x: Tex, y: Tex): Tex => {
  if (x.opposite) return negated(fraction(x.opposite, y));
  if (y.opposite) return negated(fraction(x, y.opposite));
  if (x.below || y.below) {
    return fraction(product(x.above ?? x, y.below ?? one), product(x.below ?? one, y.above ?? y));
  }
  if (y.text === "1") return x;
  return {
    text: `\\frac{${x.text}}{${y.text}}`,
    level: level.prefix,
    above: x,
    below: y,
    isTall: true,
  };
};

/**
 * A function by its name in LaTeX, such as \\sin; of a single symbol without brackets.
 * @param isBase whether a power of it is written sin² x
 */
export const applied = (head: string, x: Tex, isBase = true): Tex => {
  const inBrackets = x.isDelimited ? `${head}${x.text}` : `${head}${bracketed(x)}`;
  const isSymbol = x.level === level.atom && !x.isDelimited && !x.isTall && x.text.length <= 12;
  return {
    text: isSymbol ? `${head} ${x.text}` : inBrackets,
    ...(isSymbol && { closed: inBrackets }),
    level: level.prefix,
    begins: "function",
    ...(isBase && { head, argument: x }),
    ...tall(x),
  };
};

/** A function of several arguments, or one that is always in brackets. */
export const listed = (head: string, ...x: readonly Tex[]): Tex => {
  const inside = { ...atomOf(x.map(({ text }) => text).join(", ")), ...tall(...x) };
  return {
    text: `${head}${bracketed(inside)}`,
    level: level.prefix,
    begins: "function",
    ...tall(...x),
  };
};

/** x with an exponent; sin² x for a function and a whole number. */
export const raised = (x: Tex, exponent: Tex, isWhole = false): Tex => {
  const raise = `^{${exponent.text}}`;
  if (isWhole && x.head !== undefined && x.argument !== undefined) {
    return applied(x.head + raise, x.argument, false);
  }
  const begins = x.level === level.atom ? x.begins : undefined;
  return {
    text: `${within(x, level.atom)}${raise}`,
    level: level.power,
    ...(begins && { begins }),
    ...tall(x),
  };
};

/** The root of x, of an order that is not said if it is 2. */
export const root = (x: Tex, order?: string): Tex => ({
  text: `\\sqrt${order === undefined ? "" : `[${order}]`}{${x.text}}`,
  level: level.prefix,
  ...tall(x),
});

/** x between delimiters. */
export const between = (left: string, x: Tex, right: string): Tex => ({
  text: `\\left${left}${x.text}\\right${right}`,
  level: level.atom,
  isDelimited: true,
  ...tall(x),
});

/** yes if the condition holds, else no; a choice in the last case joins its cases. */
export const choice = (condition: string, yes: Tex, no: Tex): Tex => {
  const cases = [
    `${yes.text} & \\text{if } ${condition}`,
    ...(no.cases ?? [`${no.text} & \\text{otherwise}`]),
  ];
  return {
    text: `\\begin{cases} ${cases.join(" \\\\ ")} \\end{cases}`,
    level: level.choice,
    isTall: true,
    cases,
  };
};
