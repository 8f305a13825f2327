import {
  type MatrixValue,
  type Scalar,
  Matrix,
  add,
  at,
  entriesOf,
  exp,
  mul,
  square,
  sub,
} from "@jacobian/core";
import { taylor } from "@jacobian/dual";
import * as linalg from "@jacobian/linalg";
import { describe, expect, test } from "vitest";

const { matmul, identity } = linalg;

// Jets of matrix functions against closed forms, to order 40.

const A = Matrix.fromRows([
  [0.4, -0.3, 0.2],
  [0.1, 0.5, -0.6],
  [-0.2, 0.7, 0.3],
]);
const I = identity(3);
const line = (t: Scalar): MatrixValue => add(I, mul(A, t));

/** I, A, A², … */
const powers = Array.from({ length: 40 }).reduce<Matrix[]>(
  (list) => [...list, matmul(list.at(-1) ?? I, A)],
  [I],
);

const close = (got: Matrix | Float64Array, expected: Matrix | Float64Array, digits = 12): void => {
  const size = Math.max(...entriesOf(expected).map(Math.abs));
  entriesOf(got).forEach((entry, k) =>
    expect(Math.abs(entry - (entriesOf(expected)[k] ?? NaN))).toBeLessThanOrEqual(
      10 ** -digits * size,
    ),
  );
};

test("det(I + t·A) is 1 + t·tr A + t²·(sum of principal minors) + t³·det A, and nothing else", () => {
  const trace = 1.2;
  const second = (trace ** 2 - linalg.trace(powers[2] ?? I)) / 2;
  const c = taylor((t) => linalg.det(line(t)), 40)(0);
  [1, trace, second, linalg.det(A)].forEach((e, k) => expect(c[k]).toBeCloseTo(e, 15));
  c.slice(4).forEach((rest) => expect(Math.abs(rest)).toBeLessThan(1e-17));
});

test("inv(I − t·A) is Neumann's series Σ A^k·t^k", () => {
  const c = taylor((t) => linalg.inv(sub(I, mul(A, t))), 40)(0);
  c.forEach((got, k) => close(got, powers[k] ?? I));
});

test("solve(I − t·A, (1 + t)·b): A^k·b + A^(k−1)·b", () => {
  const b = Float64Array.of(1, -2, 3);
  const c = taylor((t) => linalg.solve(sub(I, mul(A, t)), mul(b, add(1, t))), 40)(0);
  c.slice(1).forEach((got, k) =>
    close(got, add(matmul(powers[k + 1] ?? I, b), matmul(powers[k] ?? I, b))),
  );
});

test("cholesky(L(t)·L(t)ᵀ) is L(t)", () => {
  const L0 = Matrix.fromRows([
    [2, 0],
    [1, 3],
  ]);
  const L1 = Matrix.fromRows([
    [0.5, 0],
    [-1, 0.25],
  ]);
  const c = taylor((t) => {
    const L = add(L0, mul(L1, t));
    return linalg.cholesky(linalg.timesTransposed(L, L));
  }, 20)(0);
  close(c[0], L0);
  close(c[1] ?? L0, L1);
  // Rounding grows by the ratio of the coefficients at each order.
  c.slice(2).forEach((rest) =>
    entriesOf(rest).forEach((x) => expect(Math.abs(x)).toBeLessThan(1e-12)),
  );
});

test("the eigenvalues of a rotating matrix do not move", () => {
  const c = taylor((t) => {
    const Q = linalg.qr(add(I, mul(sub(A, linalg.transpose(A)), t))).Q;
    return linalg.eigvalsh(
      matmul(matmul(Q, linalg.diagonalMatrix(Float64Array.of(1, 2, 4))), linalg.transpose(Q)),
    );
  }, 12)(0);
  close(c[0], Float64Array.of(1, 2, 4));
  c.slice(1).forEach((rest) => rest.forEach((x) => expect(Math.abs(x)).toBeLessThan(1e-12)));
});

describe("expm", () => {
  const factorials = [1, 1, 2, 6, 24, 120, 720, 5040];

  // Higher orders would take 2^order products, and see the Padé approximant instead of the exponential.
  test("of (1 + t)·A is Σ e^A·A^k·t^k/k!, to order 6", () => {
    const c = taylor((t) => linalg.expm(mul(A, add(1, t))), 6)(0);
    const E = linalg.expm(A);
    c.forEach((got, k) =>
      close(got, mul(matmul(E, powers[k] ?? I), 1 / (factorials[k] ?? NaN)), 10),
    );
  });

  test("of a triangle along a curve: e^(t²)·[1 t; 0 1] for [t² t; 0 t²]", () => {
    const c = taylor((t) => {
      const s = square(t);
      return linalg.expm(
        add(
          mul(
            Matrix.fromRows([
              [1, 0],
              [0, 1],
            ]),
            s,
          ),
          mul(
            Matrix.fromRows([
              [0, 1],
              [0, 0],
            ]),
            t,
          ),
        ),
      );
    }, 6)(0.5);
    const corner = taylor((t) => mul(exp(square(t)), t), 6)(0.5);
    corner.forEach((e, k) => expect(at(c[k] ?? I, 0, 1)).toBeCloseTo(e, 11));
  });
});
