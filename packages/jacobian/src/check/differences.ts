import { JacobianError } from "@jacobian/core";

/** A derivative by differences, and how far from it the true one may be. */
export interface Difference {
  readonly value: number;
  readonly error: number;
}

/** How far to go at first: whichever suits f, its estimate of the error is the smallest. */
const radii = [2 ** -2, 2 ** -6, 2 ** -12];

/** Steps are halved so often, and extrapolated. */
const halvings = 7;

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

/** What f gives, or nothing where it refuses: so far from x it need not be defined. */
const whereDefined = (f: () => Float64Array): Float64Array | undefined => {
  try {
    return f();
  } catch (error) {
    if (error instanceof JacobianError) return undefined;
    throw error;
  }
};

/**
 * The derivative of t ↦ f(t) at 0, each entry with its error; `scale` is a length over which f changes. Differences cannot
 * be better than the rounding of f's values over the shortest step.
 */
export const differencesOf = (
  f: (t: number) => Float64Array,
  scale: number,
): readonly Difference[] => {
  const here = f(0);
  const best = Array.from(here, () => unknown);
  for (const radius of radii) {
    const steps = Array.from({ length: halvings }, (_, k) => scale * radius * 2 ** -k);
    const pairs = steps.map((h) => [whereDefined(() => f(h)), whereDefined(() => f(-h))] as const);
    here.forEach((y, i) => {
      const central = pairs.map(([up, down], k) => {
        return ((up?.[i] ?? NaN) - (down?.[i] ?? NaN)) / (2 * steps[k]!);
      });
      const size = pairs.reduce(
        (most, [up]) => Math.max(most, Math.abs(up?.[i] ?? 0)),
        Math.abs(y),
      );
      const rounding = (Number.EPSILON * size) / (scale * radius);
      const found = extrapolated(central, rounding);
      if (found.error < best[i]!.error) best[i] = found;
    });
  }
  return best;
};
