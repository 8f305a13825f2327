import { accumulate } from "./accumulate.ts";
import { type Factors, factorize } from "./factorize.ts";
import { product } from "./product.ts";
import { substitute } from "./substitute.ts";
import { rowsOf } from "./view.ts";

/**
 * X + Σ ε_S·X_S, a square matrix with infinitesimal parts, where ε_S is the product of the εᵢ with i in S
 * and εᵢ² = 0. Part S stands at place Σ 2ⁱ over i in S; the first one is X itself. The last part of
 * f(A + ε₀·E₀ + ε₁·E₁ + …) is the derivative of f at A along E₀, E₁, ….
 */
export type Parts = readonly Float64Array[];

/** A product or quotient of first parts, and the factors of what was divided by. */
interface Step {
  readonly value: Float64Array;
  readonly factors?: Factors;
}

/** The first parts of all products and quotients of a computation, in their order. */
export type Steps = Step[];

export interface Arithmetic {
  readonly times: (X: Parts, Y: Parts) => Parts;
  /** Q⁻¹·P */
  readonly quotient: (Q: Parts, P: Parts) => Parts;
}

/** Matrices without infinitesimal parts; what is computed is kept in `steps`. */
export const recording = (n: number, steps: Steps): Arithmetic => {
  const kept = (step: Step): Parts => {
    steps.push(step);
    return [step.value];
  };
  return {
    times: ([X], [Y]) => kept({ value: product(X!, Y!, n, n, n) }),
    quotient: ([Q], [P]) => {
      const factors = factorize(Q!, n);
      return kept({ value: substitute(factors, P!, n), factors });
    },
  };
};

/** Matrices with infinitesimal parts, in a computation whose first parts are known. */
export const replaying = (n: number, steps: Steps): Arithmetic => {
  let next = 0;
  return {
    times: (X, Y) => {
      const Z = [steps[next++]!.value];
      for (let S = 1; S < X.length; S++) {
        const Z_S = new Float64Array(n * n);
        forSplits(S, (T, rest) => add(Z_S, X[T]!, Y[rest]!, n, 1));
        Z.push(Z_S);
      }
      return Z;
    },
    quotient: (Q, P) => {
      const { value, factors } = steps[next++]!;
      const R = [value];
      // Q·R = P has the parts Σ Q_T·R_(S∖T) = P_S.
      for (let S = 1; S < P.length; S++) {
        const right = P[S]!.slice();
        forSplits(S, (T, rest) => {
          if (T !== 0) add(right, Q[T]!, R[rest]!, n, -1);
        });
        R.push(substitute(factors!, right, n));
      }
      return R;
    },
  };
};

/** Every subset T of S with what is left of S. */
const forSplits = (S: number, visit: (T: number, rest: number) => void): void => {
  for (let T = S; T > 0; T = (T - 1) & S) visit(T, S ^ T);
  visit(0, S);
};

/** C += sign·A·B */
const add = (C: Float64Array, A: Float64Array, B: Float64Array, n: number, sign: 1 | -1): void => {
  accumulate(rowsOf(C, n), rowsOf(A, n), rowsOf(B, n), n, n, n, sign);
};
