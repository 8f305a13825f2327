/** A derivative by differences, and how far from it the true one may be. */
export interface Difference {
  readonly value: number;
  readonly error: number;
}

/** How far to go at first, as parts of a scale: shorter only where a longer way does not tell. */
const radii = [2 ** -2, 2 ** -6, 2 ** -12, 2 ** -20, 2 ** -30, 2 ** -42];

/** Steps are halved so often, and extrapolated. */
const halvings = 7;

/** An error this much smaller than the derivative, or than f over the scale, is small enough. */
const enough = 1e-9;

const unknown: Difference = { value: NaN, error: Infinity };

/**
 * From central differences D(h), D(h/2), … of error c₁h² + c₂h⁴ + …: Richardson's extrapolation, of which the entry that
 * changes least is taken (Ridders 1982).
 */
const extrapolated = (central: readonly number[], rounding: number): Difference => {
  let best = unknown;
  let row = [...central];
  for (let k = 1; k < central.length; k++) {
    const factor = 4 ** k;
    const next = row.slice(1).map((d, i) => (factor * d - row[i]!) / (factor - 1));
    next.forEach((value, i) => {
      const change = Math.max(Math.abs(value - row[i + 1]!), Math.abs(value - row[i]!));
      if (change < best.error) best = { value, error: change };
    });
    row = next;
  }
  return { value: best.value, error: best.error + rounding };
};

/** What f gives, or nothing where it refuses, however it does: so far from x it need not be defined. */
export const whereDefined = (f: () => Float64Array): Float64Array | undefined => {
  try {
    return f();
  } catch {
    return undefined;
  }
};

/** f to both sides of 0, at a distance. */
interface Pair {
  readonly h: number;
  readonly up: number;
  readonly down: number;
}

/**
 * Whether the slopes to both sides approach each other as h falls, as they do where f is smooth over these steps; at a
 * kink, a pole or waves between them they do not, and all central differences may agree on what is wrong.
 */
const isSmooth = (y: number, pairs: readonly Pair[], rounding: number): boolean => {
  const gaps = pairs.map(({ h, up, down }) => Math.abs(up - y + (down - y)) / h);
  return gaps.every((gap, k) => {
    const before = gaps[k - 1];
    return before === undefined || gap <= 0.75 * before || gap * pairs[k]!.h <= 8 * rounding;
  });
};

const byPairs = (y: number, pairs: readonly Pair[], part: number): Difference => {
  const size = pairs.reduce((most, { up }) => Math.max(most, Math.abs(up)), Math.abs(y));
  const rounding = Math.max(Number.EPSILON * size, Number.MIN_VALUE);
  if (!isSmooth(y, pairs, rounding)) return unknown;
  const central = pairs.map(({ h, up, down }) => (up - down) / (2 * h));
  const { value, error } = extrapolated(central, rounding / pairs[0]!.h);
  // The argument is rounded, too.
  return { value, error: error + (Number.EPSILON * Math.abs(value)) / part };
};

/** As a part of the derivative, since a short look at a steep place is worth more than a long one beyond it. */
const relative = ({ value, error }: Difference): number =>
  error === 0 ? 0 : error / Math.abs(value);

/** 2ᵏ, so that steps from x are exact. */
const powerOfTwo = (x: number): number => 2 ** Math.ceil(Math.log2(x));

/**
 * The derivative of t ↦ f(t) at 0, each entry with its error, which is infinite where f does not look smooth. `scale` is a
 * length over which f changes, `near` one over which it may change if that is shorter, as the distance from 0. Differences
 * cannot be better than the rounding of f's values over the shortest step.
 */
export const differencesOf = (
  f: (t: number) => Float64Array,
  scale: number,
  near = Infinity,
): readonly Difference[] => {
  const here = f(0);
  const best = Array.from(here, () => unknown);
  const whole = powerOfTwo(scale);
  const parts = near < scale * 2 ** -20 ? [...radii, powerOfTwo(near) / whole / 4] : radii;
  const isEnough = ({ value, error }: Difference, i: number): boolean =>
    error <= enough * (Math.abs(value) + Math.abs(here[i]!) / whole);
  for (const part of parts) {
    const steps = Array.from({ length: halvings }, (_, k) => whole * part * 2 ** -k);
    const sides = steps.map((h) => [whereDefined(() => f(h)), whereDefined(() => f(-h))] as const);
    here.forEach((y, i) => {
      const pairs = sides.map(([up, down], k) => {
        return { h: steps[k]!, up: up?.[i] ?? NaN, down: down?.[i] ?? NaN };
      });
      const found = byPairs(y, pairs, part);
      if (best[i] === unknown || relative(found) < relative(best[i]!)) best[i] = found;
    });
    if (best.every(isEnough)) break;
  }
  return best;
};
