import type { Matrix } from "@jacobian/core";
import { matmul } from "@jacobian/linalg";
import { type Quest, type Settled, failed } from "./newton.ts";
import { type System, largest, moved } from "./system.ts";

/**
 * x ↦ x − J(x₀)⁻¹·(f(x) − y) from `start`, until its steps are small and no longer shrink, which is as far as
 * rounding lets them.
 * @throws ConvergenceError after `limit` steps, or where x is no longer a number.
 */
export const contraction = (
  { image }: System,
  inverse: Matrix,
  start: Float64Array,
  quest: Quest,
): Settled => {
  const { target, tolerance, scale, limit } = quest;
  let [x, last] = [start, Infinity];
  for (let k = 0; ; k++) {
    const r = moved(image(x), -1, target);
    const d = matmul(inverse, r);
    const [change, residual] = [largest(d), largest(r)];
    const isSmall = change <= tolerance * Math.max(largest(x), scale);
    if (change === 0 || (isSmall && (change >= last || k >= limit))) {
      return { x, iterations: k, residual };
    }
    if (!Number.isFinite(change)) return failed(quest, k, residual, "where f is not finite");
    if (k >= limit) return failed(quest, k, residual, "which are all it may take");
    [x, last] = [moved(x, -1, d), change];
  }
};
