import { DomainError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  type RandomOptions,
  diagonalMatrix,
  identity,
  randomMatrix,
  zeroMatrix,
} from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (options: unknown): RandomOptions => options as RandomOptions;

describe("wrong operands", () => {
  test.each([undefined, {}, { seed: -1 }, { seed: 0.5 }, { seed: 2 ** 53 }, { seed: "1" }])(
    "seed: %o",
    (options) => {
      expect(() => randomMatrix(1, 1, wrong(options))).toThrow(DomainError);
      expect(() => randomMatrix(1, 1, wrong(options))).toThrow(
        "randomMatrix: expected a seed, a whole number from 0 to 2⁵³ − 1, got",
      );
    },
  );

  test.each(["cauchy", "toString", 3, null])("distribution: %o", (distribution) => {
    const call = () => randomMatrix(1, 1, wrong({ seed: 1, distribution }));
    expect(call).toThrow(DomainError);
    expect(call).toThrow('randomMatrix: expected the distribution "uniform" or "normal", got');
  });

  test.each([-1, 0.5, NaN, Infinity])("%d rows or columns", (n) => {
    for (const matrix of [
      () => randomMatrix(n, 1, { seed: 1 }),
      () => randomMatrix(1, n, { seed: 1 }),
      () => zeroMatrix(n, 1),
      () => zeroMatrix(1, n),
    ]) {
      expect(matrix).toThrow(DomainError);
    }
    expect(() => zeroMatrix(n, 1)).toThrow("zeroMatrix: expected a whole number of rows, got");
    expect(() => zeroMatrix(1, n)).toThrow("zeroMatrix: expected a whole number of columns, got");
    expect(() => randomMatrix(1, n, { seed: 1 })).toThrow("randomMatrix: expected a whole number");
  });
});

test.each([
  () => identity(1e6),
  () => zeroMatrix(1e6, 1e6),
  () => randomMatrix(1e6, 1e6, { seed: 1 }),
  () => diagonalMatrix(new Float64Array(1e6)),
])("a matrix without room is refused, %#", (matrix) => {
  expect(matrix).toThrow(DomainError);
  expect(matrix).toThrow("expected a matrix that fits into memory, got one of 1000000×1000000");
});

test("the same seed gives the same matrix, another one another, row by row", () => {
  const A = randomMatrix(3, 4, { seed: 7 });
  expect(randomMatrix(3, 4, { seed: 7, distribution: "uniform" })).toEqual(A);
  expect(randomMatrix(4, 3, { seed: 7 }).data).toEqual(A.data);
  expect(randomMatrix(2, 4, { seed: 7 }).data).toEqual(A.data.subarray(0, 8));
  expect(randomMatrix(3, 4, { seed: 8 })).not.toEqual(A);
  expect(randomMatrix(0, 3, { seed: 7 }).shape).toEqual([0, 3]);
  expect(randomMatrix(3, 0, { seed: 7, distribution: "normal" }).shape).toEqual([3, 0]);
});

test("the matrices are these, today and tomorrow", () => {
  const drawn = (seed: number, distribution: "uniform" | "normal"): number[] =>
    Array.from(randomMatrix(1, 3, { seed, distribution }).data);
  expect(drawn(1, "uniform")).toEqual([
    0.3946724931250869, 0.1477500889354657, 0.16688351314326166,
  ]);
  expect(drawn(1, "normal")).toEqual([0.9192450454696139, 1.4735504648207676, -1.6453686672883274]);
  expect(drawn(2 ** 53 - 1, "uniform")[0]).toBe(0.2871189810310325);
});

test("zeroMatrix", () => {
  expect(zeroMatrix(2, 3).data).toEqual(new Float64Array(6));
  expect(zeroMatrix(0, 3).shape).toEqual([0, 3]);
  expect(zeroMatrix(3, 0).shape).toEqual([3, 0]);
});
