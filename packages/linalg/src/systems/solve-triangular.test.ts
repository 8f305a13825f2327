import { DomainError, Matrix, ShapeError, SingularMatrixError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix, randomVector, relativeError, sizes } from "../../test-support/matrices.ts";
import { plainRule } from "../../test-support/rules.ts";
import {
  type TriangularOptions,
  lowerTriangle,
  matmul,
  solveTriangular,
  transpose,
  upperTriangle,
} from "../index.ts";

const T = randomMatrix(3, 3);
/** What a program that is not type-checked may pass. */
const wrong = (options: unknown) => options as TriangularOptions;

describe("wrong operands", () => {
  test.each([
    ["not square", () => solveTriangular(randomMatrix(2, 3), randomVector(2)), "got a 2×3 matrix"],
    [
      "rows of b",
      () => solveTriangular(T, randomVector(2)),
      "solveTriangular: expected a square matrix, and a vector or matrix with as many rows, got a 3×3 matrix and a vector of 2",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each([1, "yes", null])("option %s", (given) => {
    const call = () => solveTriangular(T, randomVector(3), wrong({ transposed: given }));
    expect(call).toThrow(DomainError);
    expect(call).toThrow("solveTriangular: expected true or false for transposed, got");
  });

  test("a 0 on the diagonal, unless it is not read", () => {
    const Z = Matrix.fromRows([
      [1, 2],
      [3, 0],
    ]);
    const call = () => solveTriangular(Z, randomVector(2));
    expect(call).toThrow(SingularMatrixError);
    expect(call).toThrow(
      "solveTriangular: expected a triangle without a 0 on its diagonal, got a 2×2 matrix whose entry (1, 1) is 0",
    );
    const x = solveTriangular(Z, Float64Array.of(1, 5), { unitDiagonal: true });
    expect(x).toEqual(Float64Array.of(1, 2));
  });

  test("NaN in the triangle, not in the other", () => {
    const N = Matrix.fromRows([
      [1, NaN],
      [3, 2],
    ]);
    expect(solveTriangular(N, Float64Array.of(1, 5))).toEqual(Float64Array.of(1, 1));
    const call = () => solveTriangular(N, Float64Array.of(1, 5), { lower: false });
    expect(call).toThrow(DomainError);
    expect(call).toThrow("got NaN in row 0, column 1");
  });
});

const flags = [true, false];
const forms: readonly Required<TriangularOptions>[] = flags.flatMap((lower) =>
  flags.flatMap((transposed) => flags.map((unitDiagonal) => ({ lower, transposed, unitDiagonal }))),
);

/** The matrix of the system, written out. */
const written = (A: Matrix, { lower, transposed, unitDiagonal }: Required<TriangularOptions>) => {
  const part = lower ? lowerTriangle(A) : upperTriangle(A);
  const T = new Matrix(A.rows, A.cols, part.data.slice());
  for (let i = 0; unitDiagonal && i < A.rows; i++) T.data[i * (A.rows + 1)] = 1;
  return transposed ? transpose(T) : T;
};

/** Rows fall off, so that a unit triangle is not ill conditioned. */
const tame = (n: number): Matrix => {
  const A = randomMatrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) A.data[i * n + j]! *= i === j ? 1 : 1 / n;
    A.data[i * (n + 1)]! += Math.sign(A.at(i, i));
  }
  return A;
};

describe.each(forms)("lower $lower, transposed $transposed, unit $unitDiagonal", (form) => {
  test.each(sizes)("T·x = b, size %i", (n) => {
    const [A, b, B] = [tame(n), randomVector(n, 5), randomMatrix(n, 4)];
    const T = written(A, form);
    expect(relativeError(matmul(T, solveTriangular(A, b, form)), b)).toBeLessThan(1e-13);
    expect(relativeError(matmul(T, solveTriangular(A, B, form)).data, B.data)).toBeLessThan(1e-13);
    expect(A.data).toEqual(tame(n).data);
    expect(b).toEqual(randomVector(n, 5));
  });

  test("its adjoint lands in the triangle that is read", () => {
    const { adjoint } = plainRule(solveTriangular.rule, form);
    const [bar] = adjoint?.([tame(4), randomMatrix(4, 2)], [randomMatrix(4, 2, 9)]) ?? [];
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        const read = form.lower ? i > j : i < j;
        const entry = (bar as Matrix).at(i, j);
        expect(entry !== 0).toBe(read || (i === j && !form.unitDiagonal));
      }
    }
  });
});

test("it is not refused however ill conditioned, and exact where it can be", () => {
  const n = 50;
  const K = new Matrix(n, n);
  for (let i = 0; i < n; i++) K.data.fill(-1, i * n, i * n + i).fill(1, i * n + i, i * n + i + 1);
  const x = solveTriangular(K, new Float64Array(n).fill(1));
  expect(Array.from(x)).toEqual(Array.from({ length: n }, (_, i) => 2 ** i));
});

test.each([1e150, 1e-150])("entries near %d", (unit) => {
  const A = new Matrix(
    5,
    5,
    tame(5).data.map((entry) => entry * unit),
  );
  const b = randomVector(5);
  const expected = solveTriangular(tame(5), b);
  const x = solveTriangular(
    A,
    b.map((entry) => entry * unit),
  );
  expect(relativeError(x, expected)).toBeLessThan(1e-14);
});
