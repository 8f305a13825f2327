import {
  dot,
  jvp,
  matmul,
  matrix,
  Matrix,
  mul,
  randomMatrix,
  sub,
  transpose,
  vjp,
  type MatrixValue,
  type Value,
} from "jacobian";
import { expect } from "vitest";

type Outputs = readonly (number | Float64Array | Matrix)[];

/** A function of a matrix, and its two rules as a page states them. */
export interface Stated {
  readonly f: (A: MatrixValue) => readonly Value[];
  readonly forward: (dA: Matrix) => Outputs;
  readonly reverse: (bars: Outputs) => Matrix;
}

export const times = (...factors: readonly Matrix[]): Matrix =>
  factors.reduce((product, factor) => matmul(product, factor));

export const T = (A: Matrix): Matrix => transpose(A);

export const random = (rows: number, cols: number, seed: number): Matrix =>
  randomMatrix(rows, cols, { seed, distribution: "normal" });

/** The adjugate of a 3×3 matrix, by its cofactors. */
export const adjugate = (M: Matrix): Matrix =>
  T(
    matrix(
      [0, 1, 2].map((i) =>
        [0, 1, 2].map((j) => {
          const [r, s] = [(i + 1) % 3, (i + 2) % 3];
          const [p, q] = [(j + 1) % 3, (j + 2) % 3];
          return M.at(r, p) * M.at(s, q) - M.at(r, q) * M.at(s, p);
        }),
      ),
    ),
  );

const entriesOf = (outputs: readonly Value[]): Float64Array =>
  // Outputs of plain matrices are plain.
  Float64Array.from(
    (outputs as Outputs).flatMap((y) =>
      typeof y === "number" ? [y] : [...(y instanceof Matrix ? y.data : y)],
    ),
  );

const close = (a: ArrayLike<number>, b: ArrayLike<number>, digits: number): void => {
  expect(a.length).toBe(b.length);
  for (let k = 0; k < a.length; k++) expect(a[k]).toBeCloseTo(b[k]!, digits);
};

/** Central differences with steps h and h/2, extrapolated. */
const differences = ({ f }: Stated, A: Matrix, dA: Matrix): Float64Array => {
  const slope = (h: number): Float64Array => {
    const [up, down] = [1, -1].map((side) => entriesOf(f(sub(A, mul(-side * h, dA)))));
    return mul(0.5 / h, sub(up!, down!));
  };
  const h = 1e-3;
  return mul(1 / 3, sub(mul(4, slope(h / 2)), slope(h)));
};

/**
 * The forward rule against differences and the engine, the reverse rule against the engine, and the two
 * against each other by ⟨Ȳ, Ẏ⟩ = ⟨Ā, Ȧ⟩.
 */
export const proveRules = (stated: Stated, A: Matrix, dA: Matrix, bars: Outputs): void => {
  const forward = entriesOf(stated.forward(dA));
  close(forward, differences(stated, A, dA), 8);
  close(forward, entriesOf(jvp(stated.f)(A, dA).tangent), 11);
  const bar = stated.reverse(bars);
  close(bar.data, vjp(stated.f)(A, bars).cotangent.data, 11);
  expect(dot(bar.data, dA.data)).toBeCloseTo(dot(entriesOf(bars), forward), 11);
};
