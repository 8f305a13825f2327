/** Numbers in the order of their keys, whatever lists and objects they stand in. */
const numbers = (x: unknown, place = "", to = new Map<string, number>()): Map<string, number> => {
  if (typeof x === "number") to.set(place, x);
  else if (typeof x === "object" && x !== null)
    for (const [key, part] of Object.entries(x)) numbers(part, `${place}.${key}`, to);
  return to;
};

/** How far an output is from what was expected. */
export interface Difference {
  /** The largest difference, over the largest entry that was expected. */
  readonly largest: number;
  /** The Euclidean length of the difference, over that of what was expected. */
  readonly length: number;
}

/** 0 of nothing: where 0 is expected everywhere, only 0 will do. */
const ratio = (difference: number, size: number): number =>
  difference === 0 ? 0 : difference / size;

/**
 * The difference of two outputs as JSON shows them; ∞ where one has numbers in places where the other
 * has none. GradBench itself takes an entry of 10⁻⁵ for 0, which says nothing of small gradients.
 */
export const difference = (expected: unknown, got: unknown): Difference => {
  const [right, made] = [numbers(expected), numbers(got)];
  const alike = right.size === made.size && [...right.keys()].every((place) => made.has(place));
  if (!alike) return { largest: Infinity, length: Infinity };
  let [most, top, squares, whole] = [0, 0, 0, 0];
  for (const [place, x] of right) {
    const apart = Math.abs(x - made.get(place)!);
    most = Math.max(most, Number.isNaN(apart) ? Infinity : apart);
    top = Math.max(top, Math.abs(x));
    squares += apart ** 2;
    whole += x ** 2;
  }
  return { largest: ratio(most, top), length: ratio(Math.sqrt(squares), Math.sqrt(whole)) };
};
