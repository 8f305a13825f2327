import {
  type MatrixValue,
  type Scalar,
  Matrix,
  add,
  at,
  div,
  hypot,
  matrix,
  neg,
  row,
  sub,
} from "@jacobian/core";
import { matmul, norm, pinv, polar, transpose } from "@jacobian/linalg";
import { random, seedOf } from "@tooling/conformance";
import { describe, expect, test } from "vitest";
import { stretched } from "./differences.ts";
import type { AnyFunction } from "./engines.ts";
import { nameOf, orders } from "./engines.ts";
import { contracted } from "./nested.ts";
import { differ, failures, largest, numbersOf, shapedLike } from "./numbers.ts";

/** A function that is smooth at a nearly singular A, and the same one so written that nothing small divides. */
interface Case {
  readonly A: Matrix;
  readonly f: (A: MatrixValue) => unknown;
  readonly also: (A: MatrixValue) => unknown;
}

/** The direction (a₁₁ + a₂₂, a₂₁ − a₁₂) of the nearest rotation to a 2×2 matrix with a positive determinant. */
const turn = (A: MatrixValue): readonly [x: Scalar, y: Scalar, length: Scalar] => {
  const [top, bottom] = [row(A, 0), row(A, 1)];
  const [x, y] = [add(at(top, 0), at(bottom, 1)), sub(at(bottom, 0), at(top, 1))];
  return [x, y, hypot(x, y)];
};

const rotation = (A: MatrixValue): unknown => {
  const [x, y, length] = turn(A);
  const [c, s] = [div(x, length), div(y, length)];
  return matrix([
    [c, neg(s)],
    [s, c],
  ]);
};

/** With the singular values 1 and `least`. */
const flat = (least: number): Matrix => {
  const [c, s, d, t] = [Math.cos(0.3), Math.sin(0.3), Math.cos(1.1), Math.sin(1.1)];
  return Matrix.fromRows([
    [c * d - least * s * t, -c * t - least * s * d],
    [s * d + least * c * t, least * c * d - s * t],
  ]);
};

const tall = Matrix.fromRows([
  [1.25, 0.5],
  [-0.75, 0.875],
  [0.25, 1],
]);
/** Nearly parallel columns, and their inverse: products with the entries above are exact. */
const d = 2 ** -18;
const near = Matrix.fromRows([
  [1, 1],
  [1, 1 + d],
]);
const inverse = Matrix.fromRows([
  [(1 + d) / d, -1 / d],
  [-1 / d, 1 / d],
]);

const cases: Readonly<Record<string, Case>> = {
  "polar, σ₂ = 1e-8": { A: flat(1e-8), f: (A) => polar(A).U, also: rotation },
  "nuclear norm, σ₂ = 1e-8": {
    A: flat(1e-8),
    f: (A) => norm(A, "nuclear"),
    also: (A) => turn(A)[2],
  },
  "pinv of nearly parallel columns": {
    A: matmul(tall, near),
    f: pinv,
    also: (A) => matmul(inverse, pinv(matmul(A, inverse))),
  },
  "pinv of nearly parallel rows": {
    A: matmul(near, transpose(tall)),
    f: pinv,
    also: (A) => matmul(pinv(matmul(inverse, A)), inverse),
  },
};

describe.each(Object.entries(cases))("%s", (name, { A, f, also }) => {
  const draw = random(seedOf(name));
  const directions = [stretched(A, draw), stretched(A, draw)];
  const w = shapedLike(also(A), numbersOf(also(A)).map(draw));
  // The input of each is a matrix.
  const [given, other] = [f, also].map(
    (g): AnyFunction =>
      (x) =>
        g(x as MatrixValue),
  );

  test.each([1, 2, 3].flatMap(orders).map((engines) => [nameOf(engines), engines] as const))(
    "%s",
    (_name, engines) => {
      const along = (g: AnyFunction | undefined): number[] =>
        numbersOf(contracted(g!, engines, w, directions)(A));
      const expected = along(other);
      const wrong = failures(name, () =>
        differ(name, expected, along(given), 1e-8 * largest(expected)),
      );
      expect(wrong).toEqual([]);
    },
  );
});
