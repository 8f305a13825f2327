import { dotOf } from "../nearest/dots.ts";

/** A symmetric positive definite H ≈ (∇²f)⁻¹, of which products with vectors are asked. */
export class InverseHessian {
  readonly #rows: Float64Array[];

  /** scale·I. */
  constructor(n: number, scale: number) {
    this.#rows = Array.from({ length: n }, (_, i) => {
      const row = new Float64Array(n);
      row[i] = scale;
      return row;
    });
  }

  times(x: Float64Array): Float64Array {
    return Float64Array.from(this.#rows, (row) => dotOf(row, x));
  }

  /**
   * The BFGS update: H ← (I − ρsyᵀ)·H·(I − ρysᵀ) + ρssᵀ with ρ = 1/⟨s, y⟩ > 0, so that H·y = s.
   * @see Nocedal & Wright, Numerical Optimization, 2006, (6.17)
   */
  update(s: Float64Array, y: Float64Array): void {
    const rho = 1 / dotOf(s, y);
    const Hy = this.times(y);
    const factor = rho * (1 + rho * dotOf(y, Hy));
    this.#rows.forEach((row, i) => {
      const [a, b] = [factor * s[i]! - rho * Hy[i]!, rho * s[i]!];
      for (let k = 0; k < row.length; k++) row[k]! += a * s[k]! - b * Hy[k]!;
    });
  }
}
