import { inspect } from "node:util";

declare global {
  /** Where a running block hands over the value of the statement that ends on a line. */
  var __readme: (line: number, compute: () => unknown) => void;
}

/**
 * White space is layout: a matrix may stand on one line of a comment or on several, and what aligns its
 * columns inside the brackets is left out.
 */
export const fold = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/(?<=\[) | (?=\])/g, "")
    .trim();

const coarse: readonly unknown[] = [Object, Array, Function].map(
  ({ prototype }) => Object.getOwnPropertyDescriptor(prototype, "toString")?.value as unknown,
);

/** A value as a README shows it: as its own toString says, else as Node inspects it. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return String(value);
  if (value instanceof Object && !ArrayBuffer.isView(value)) {
    const print: unknown = Reflect.get(value, "toString");
    if (typeof print === "function" && !coarse.includes(print)) {
      return String(Reflect.apply(print, value, []));
    }
  }
  return inspect(value, { depth: null, breakLength: Infinity, maxArrayLength: null });
}

/** What a computation gives, folded: its value, or `throws Name: message`. */
export function outcome(compute: () => unknown): string {
  try {
    return fold(show(compute()));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return fold(`throws ${error.name}: ${error.message}`);
  }
}

/**
 * Listens to a block that `instrument` has made.
 *
 * @returns what its statements gave, by line of the README, once the block has run
 */
export function hear(): ReadonlyMap<number, string> {
  const seen = new Map<number, string>();
  globalThis.__readme = (line, compute) => seen.set(line, outcome(compute));
  return seen;
}
