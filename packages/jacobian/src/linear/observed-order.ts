import { type RemainderStep, clear } from "./remainders.ts";

/** The order is that of so many steps, the shortest that show a remainder: the limit is what counts. */
const window = 5;

/** A slope needs more than two points to be trusted. */
const fewest = 3;

interface Point {
  readonly length: number;
  readonly size: number;
}

/** The steps by which the order of entry i is judged; none where its remainder is below rounding. */
const judged = (steps: readonly RemainderStep[], i: number): readonly Point[] => {
  const points = steps.map(({ length, remainder, rounding }) => {
    const size = Math.abs(remainder[i] ?? NaN);
    return { length, size, isClear: size > clear * (rounding[i] ?? NaN) };
  });
  const last = points.findLastIndex(({ isClear }) => isClear);
  const seen = points.filter(({ isClear }) => isClear).slice(-window);
  // Where few are clear, the next ones still say more than nothing.
  const next = seen.length === 0 ? [] : points.slice(last + 1, last + 1 + fewest - seen.length);
  return [...seen, ...next];
};

/** The slope of log size over log length, by least squares. */
const slope = (points: readonly Point[]): number => {
  const n = points.length;
  const [u, v] = [
    points.map(({ length }) => Math.log(length)),
    points.map(({ size }) => Math.log(size)),
  ];
  const mean = (z: readonly number[]): number => z.reduce((total, entry) => total + entry, 0) / n;
  const [mu, mv] = [mean(u), mean(v)];
  const across = u.reduce((total, entry, k) => total + (entry - mu) * ((v[k] ?? NaN) - mv), 0);
  return across / u.reduce((total, entry) => total + (entry - mu) ** 2, 0);
};

/** p where the remainder of entry i falls as ‖d‖ᵖ; Infinity where it is below rounding; NaN where f is not finite. */
export const observedOrder = (steps: readonly RemainderStep[], i: number): number => {
  if (!steps.some(({ remainder }) => Number.isFinite(remainder[i]))) return NaN;
  const points = judged(steps, i);
  // A remainder that falls to 0 at once is of no order.
  return points.length < 2 || points.some(({ size }) => size === 0) ? Infinity : slope(points);
};
