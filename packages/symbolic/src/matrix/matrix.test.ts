import { at, Matrix, mul, ShapeError, SingularMatrixError, sub } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { constant, evaluate, type Formula, operations, symbols } from "../index.ts";
import { det, inv, matmul, tr, transpose } from "./algebra.ts";

const [a, b, c, d] = symbols("a b c d");

/** n×n different numbers, and a variable for each. */
const general = (n: number) => {
  const variables = symbols(Array.from({ length: n * n }, (_, k) => `m${k}`).join(" "));
  const numbers = variables.map((_, k) => Math.sin(k * k + 1));
  const rows = Array.from({ length: n }, (_, i) => variables.slice(i * n, (i + 1) * n));
  const values = variables.map((v, k) => [v, numbers[k]!] as const);
  return { rows, values, numbers };
};

/** The definition: Σ sign(p)·Π aᵢₚ₍ᵢ₎ over the permutations, by the first row. */
const leibniz = (rows: readonly (readonly number[])[]): number =>
  rows.length === 0
    ? 1
    : rows[0]!.reduce((sum, entry, j) => {
        const rest = rows.slice(1).map((row) => row.toSpliced(j, 1));
        return sum + (-1) ** j * entry * leibniz(rest);
      }, 0);

describe("det", () => {
  test("of 2×2 is what is taught", () => {
    expect(
      det([
        [a, b],
        [c, d],
      ]),
    ).toBe(sub(mul(a, d), mul(b, c)));
    expect(det([])).toBe(constant(1));
  });

  test.each([3, 5, 7])("is the sum over permutations: %d", (n) => {
    const { rows, values, numbers } = general(n);
    const expected = leibniz(rows.map((_, i) => numbers.slice(i * n, (i + 1) * n)));
    expect(evaluate(det(rows), values)).toBeCloseTo(expected, 12);
  });

  test("of a matrix that has too many minors is what elimination gives", () => {
    const n = 14;
    const { rows, values, numbers } = general(n);
    const symbolic = rows.map((row, i) => row.map((x, j) => (i === j ? constant(4) : x)));
    const plain = rows.map((row, i) => row.map((_, j) => (i === j ? 4 : numbers[i * n + j]!)));
    expect(evaluate(det(symbolic), values) / eliminated(plain)).toBeCloseTo(1, 9);
    expect(operations(det(symbolic))).toBeLessThan(n ** 4);
  });

  test("of exact numbers is exact", () => {
    const hilbert = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => constant({ n: 1n, d: BigInt(i + j + 1) })),
    );
    expect(det(hilbert)).toBe(constant({ n: 1n, d: 186_313_420_339_200_000n }));
  });

  test("of a sparse matrix costs what its entries cost", () => {
    const n = 60;
    const x = symbols(Array.from({ length: n }, (_, k) => `x${k}`).join(" "));
    const tridiagonal = x.map((xi, i) =>
      x.map((_, j): Formula => (i === j ? xi : constant(Math.abs(i - j) === 1 ? -1 : 0))),
    );
    expect(operations(det(tridiagonal))).toBeLessThan(5 * n);
  });
});

/** The determinant by elimination with row exchanges. */
const eliminated = (rows: readonly (readonly number[])[]): number => {
  const A = rows.map((row) => [...row]);
  return A.reduce((product, _, k) => {
    const p = A.reduce(
      (best, row, i) => (i > k && Math.abs(row[k]!) > Math.abs(A[best]![k]!) ? i : best),
      k,
    );
    [A[k], A[p]] = [A[p]!, A[k]!];
    for (const row of A.slice(k + 1)) {
      const factor = row[k]! / A[k][k]!;
      row.forEach((x, j) => (row[j] = x - factor * A[k]![j]!));
    }
    return product * A[k][k]! * (p === k ? 1 : -1);
  }, 1);
};

describe("inv, matmul, tr, transpose", () => {
  test.each([1, 2, 4])("A·A⁻¹ is the identity: %d", (n) => {
    const { rows, values } = general(n);
    const product = evaluate(matmul(rows, inv(rows)), values);
    rows.forEach((_, i) => {
      rows.forEach((_, j) => {
        expect(product.at(i, j)).toBeCloseTo(i === j ? 1 : 0, 12);
      });
    });
  });

  test("equal entries stand apart", () => {
    expect(
      at(
        inv([
          [a, a],
          [0, a],
        ] as const),
        1,
        1,
      ).toString(),
    ).not.toContain("entry");
  });

  test("a matrix of numbers, of formulas, or rows", () => {
    const M = Matrix.fromRows([
      [2, 0],
      [1, 3],
    ]);
    expect(det(M)).toBe(constant(6));
    expect(tr(M)).toBe(constant(5));
    expect(at(transpose(matmul(M, [[a], [b]])), 0, 0)).toBe(mul(2, a));
    expect(matmul([[a]], transpose([[b], [c]])).shape).toEqual([1, 2]);
  });

  test("what does not fit is refused", () => {
    expect(() => det([[a, b]])).toThrow(ShapeError);
    expect(() => det([[a, b], [c]])).toThrow(ShapeError);
    expect(() => tr(a as never)).toThrow(ShapeError);
    expect(() => matmul([[a, b]], [[a, b]])).toThrow(ShapeError);
    expect(() =>
      inv([
        [1, 2],
        [2, 4],
      ]),
    ).toThrow(SingularMatrixError);
  });
});
