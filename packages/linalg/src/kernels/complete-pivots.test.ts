import { expect, test } from "vitest";
import { randomMatrix, sizes } from "../../test-support/matrices.ts";
import { laplace } from "../../test-support/oracles.ts";
import { Matrix } from "@jacobian/core";
import { identity, matmul } from "../index.ts";
import { completePivots } from "./complete-pivots.ts";

test.each(sizes)("finds the rank, size %i", (n) => {
  for (let rank = 0; rank <= Math.min(n, 4); rank++) {
    const A = matmul(randomMatrix(n, rank, 3), randomMatrix(rank, n, 4));
    expect(completePivots(A.data, n, 1e-8).rank).toBe(rank);
  }
});

test("takes the largest entry that is left, and says how small the rest is", () => {
  const order = completePivots(Float64Array.of(0, 0, 1e-12, 0, 4, 0, -2, 0, 0), 3, 1e-8);
  expect(order).toEqual({
    rows: Int32Array.of(1, 2, 0),
    columns: Int32Array.of(1, 0, 2),
    sign: -1,
    rank: 2,
    rest: 0.25e-12,
  });
});

test.each([2, 3, 4, 5])("its sign is that of both permutations, size %i", (n) => {
  const { rows, columns, sign } = completePivots(randomMatrix(n, n).data, n, 0);
  const det = (order: Int32Array): number =>
    laplace(Matrix.fromRows(Array.from(order, (i) => identity(n).toJSON()[i] ?? [])));
  expect(sign).toBe(det(rows) * det(columns));
});
