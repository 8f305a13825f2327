/** What a rule has found out about one box. All is per unit of volume: of the mean, not of the integral. */
export interface Judgement {
  readonly value: number;
  readonly error: number;
  /** The mean of the integrand's magnitude, roughly. */
  readonly magnitude: number;
  /** What rounding alone may have done to the value. */
  readonly rounding: number;
  /** How far the integrand is from what the rule integrates exactly, axis by axis: divide the roughest. */
  readonly roughness: readonly number[];
}

/** A weighted sum of samples in the box [−1, 1]ⁿ, and a judgement of what it gives. */
export interface Rule {
  /** Where it looks, never at the boundary. */
  readonly points: readonly (readonly number[])[];
  /** They add up to 1. */
  readonly weights: readonly number[];
  readonly judge: (samples: readonly number[]) => Judgement;
}

/** Σ wₖ·yₖ */
export const weighted = (weights: readonly number[], samples: readonly number[]): number => {
  let sum = 0;
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * samples[k]!;
  return sum;
};

/** The magnitude of the samples, and the rounding it stands for: fifty units, as in QUADPACK. */
export const scaleOf = (
  weights: readonly number[],
  samples: readonly number[],
): Pick<Judgement, "magnitude" | "rounding"> => {
  let [sum, total] = [0, 0];
  for (let k = 0; k < weights.length; k++) {
    sum += Math.abs(weights[k]! * samples[k]!);
    total += Math.abs(weights[k]!);
  }
  return { magnitude: sum / total, rounding: 50 * Number.EPSILON * sum };
};
