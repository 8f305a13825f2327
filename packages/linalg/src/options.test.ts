import { DomainError } from "@jacobian/core";
import { expect, test } from "vitest";
import { randomMatrix, randomVector } from "../test-support/matrices.ts";
import * as linalg from "./index.ts";

const [A, b] = [randomMatrix(3, 3), randomVector(3)];

/** What a program that is not type-checked may call. */
type WithOptions = (options: unknown) => unknown;

const called =
  (f: unknown, ...operands: readonly unknown[]): WithOptions =>
  (options) =>
    (f as (...operands: readonly unknown[]) => unknown)(...operands, options);

const functions: readonly [name: string, names: string, f: WithOptions][] = [
  ["solveTriangular", "lower, transposed, unitDiagonal", called(linalg.solveTriangular, A, b)],
  ["lstsq", "tolerance", called(linalg.lstsq, A, b)],
  ["pinv", "tolerance", called(linalg.pinv, A)],
  ["rank", "tolerance", called(linalg.rank, A)],
  ["nullSpace", "tolerance", called(linalg.nullSpace, A)],
  ["columnSpace", "tolerance", called(linalg.columnSpace, A)],
  ["randomMatrix", "seed, distribution", called(linalg.randomMatrix, 1, 2)],
];

const wrong: readonly [options: unknown, shown: string][] = [
  ["upper", '"upper"'],
  [null, "null"],
  [true, "true"],
  [1e-3, "0.001"],
  [["lower"], "an array of 1"],
  [{ upper: true }, "the option upper"],
  [{ seed: 1, tolerance: 0, lower: true, tol: 1e-3 }, "the option "],
];

test.each(functions.flatMap((f) => wrong.map((w) => [...f, ...w] as const)))(
  "%s takes { %s } and not %4$o",
  (name, names, f, options, shown) => {
    expect(() => f(options)).toThrow(DomainError);
    expect(() => f(options)).toThrow(`${name}: expected { ${names} }, got ${shown}`);
  },
);

test("an option that is undefined is left out", () => {
  // Only a program that is not type-checked states it.
  expect(linalg.solveTriangular(A, b, { lower: undefined as unknown as true })).toEqual(
    linalg.solveTriangular(A, b, undefined),
  );
});
