import { DomainError, Matrix, ShapeError } from "@jacobian/core";
import { expect, test, vi } from "vitest";
import { randomMatrix, randomVector, relativeError } from "../../test-support/matrices.ts";
import { cholesky, det, inv, ldl, logAbsDet, lu, matmul, rcond, solve } from "../index.ts";
import { remembered } from "./remembered.ts";

const studied = () => {
  const study = vi.fn(({ data }: Matrix) => data[0]);
  return { study, ...remembered(study) };
};

test("wrong operands", () => {
  const { of, study } = studied();
  expect(() => of("f", randomMatrix(2, 3))).toThrow(ShapeError);
  expect(() => of("f", 1)).toThrow("f: expected a matrix, got a scalar");
  expect(() => of("f", Matrix.fromRows([[NaN]]))).toThrow(DomainError);
  expect(study).not.toHaveBeenCalled();
});

test("studies a matrix once", () => {
  const { of, study } = studied();
  const A = randomMatrix(20, 20);
  expect(of("f", A)).toBe(A.data[0]);
  of("g", new Matrix(20, 20, A.data));
  expect(study).toHaveBeenCalledTimes(1);
  of("f", randomMatrix(20, 20));
  expect(study).toHaveBeenCalledTimes(2);
});

test.each([2, 20])("studies it again after an entry was written, size %i", (n) => {
  const { of } = studied();
  const A = randomMatrix(n, n);
  of("f", A);
  A.data[0] = 5;
  expect(of("f", A)).toBe(5);
  A.data[n * n - 1] = NaN;
  expect(() => of("f", A)).toThrow(
    `f: expected a matrix of finite numbers, got NaN in row ${n - 1}`,
  );
});

test.each([2, 20])("keeps the matrix as it was, and knows it, size %i", (n) => {
  const { of, kept, study } = studied();
  const A = randomMatrix(n, n);
  const K = kept("f", A);
  const calls = study.mock.calls.length;
  A.data[0] = 5;
  expect(K.data).toEqual(randomMatrix(n, n).data);
  of("f", K);
  expect(study).toHaveBeenCalledTimes(calls);
});

test.each([2, 3, 12, 30])("no function answers for a matrix of the past, size %i", (n) => {
  const A = randomMatrix(n, n);
  const b = randomVector(n);
  const S = matmul(A, new Matrix(n, n, A.data.slice()));
  const all = () => [
    ...solve(A, b),
    ...inv(A).data,
    det(A),
    logAbsDet(A).logAbsDet,
    rcond(A),
    ...lu(A).U.data,
    ...ldl(S).D.data,
  ];
  all();
  A.data.set(randomMatrix(n, n, 3).data);
  S.data.set(matmul(A, A).data);
  const fresh = new Matrix(n, n, A.data.slice());
  expect(all().slice(0, n)).toEqual([...solve(fresh, b)]);
  expect(all()).toEqual(all());
  expect(det(A)).toBe(det(fresh));
  expect(rcond(A)).toBe(rcond(fresh));
  expect(ldl(S).D).toEqual(ldl(matmul(fresh, fresh)).D);
});

test("what is written into a result does not reach the next", () => {
  const A = randomMatrix(20, 20);
  for (let i = 0; i < 20; i++) A.data[i * 21]! += 10;
  const write = (x: { data: Float64Array } | { fill: (to: number) => unknown }) =>
    "data" in x ? x.data.fill(7) : x.fill(7);
  const first = [lu(A).L, lu(A).U, ldl(A).L, ldl(A).D, cholesky(A), inv(A)].map(({ data }) =>
    data.slice(),
  );
  for (const x of [lu(A).L, lu(A).U, lu(A).permutation, ldl(A).L, ldl(A).D, ldl(A).permutation])
    write(x);
  for (const x of [cholesky(A), inv(A), solve(A, randomVector(20))]) write(x);
  const second = [lu(A).L, lu(A).U, ldl(A).L, ldl(A).D, cholesky(A), inv(A)];
  expect(second.map(({ data }) => data)).toEqual(first);
  expect(relativeError(matmul(A, solve(A, randomVector(20))), randomVector(20))).toBeLessThan(
    1e-13,
  );
  expect(new Set(lu(A).permutation).size).toBe(20);
});
