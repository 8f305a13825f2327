import { Matrix, type MatrixValue, leavesOf, mul } from "@jacobian/core";
import { matmul } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { checkSample } from "./by-differences.ts";
import { differentiable } from "./composites.ts";
import {
  type MatrixFunction,
  functionsOfAnyRank,
  functionsOfAnyScale,
  matrixFunctions,
} from "./matrix-functions.ts";
import { failures } from "./numbers.ts";
import type { Program } from "./primitives.ts";
import { type Structured, structuredMatrices } from "./structured-matrices.ts";

/** A function of one matrix, of which the inputs of a sample are the factors. */
const programOf =
  (
    { name, of }: MatrixFunction,
    matrixOf: (...inputs: readonly MatrixValue[]) => MatrixValue,
  ): Program =>
  (inputs) =>
    // The inputs of each sample are matrices.
    leavesOf(name, differentiable(of(matrixOf(...(inputs as readonly MatrixValue[])))));

const fitting = ({ needs }: MatrixFunction): readonly Structured[] =>
  structuredMatrices.filter(({ traits }) => needs.every((need) => traits.has(need)));

const one = (A = new Matrix(0, 0) as MatrixValue): MatrixValue => A;

describe.each(matrixFunctions)("$name", (f) => {
  test.each(fitting(f))("$kind", ({ A, rounding }) => {
    const check = () => checkSample(f.name, programOf(f, one), { inputs: [A] }, rounding);
    expect(failures(f.name, check)).toEqual([]);
  });
});

describe.each(functionsOfAnyScale)("$name near the ends of the range", (f) => {
  const [first] = fitting(f).filter(({ kind }) => ["any", "definite", "tall"].includes(kind));
  test.each([1e150, 1e-150])("%d", (unit) => {
    if (first === undefined) throw new Error(`no matrix that fits ${f.name}`);
    const program = programOf(f, (A = one()) => mul(unit, A));
    expect(failures(f.name, () => checkSample(f.name, program, { inputs: [first.A] }))).toEqual([]);
  });
});

/** Of which the product has rank 2. */
const factors = [
  Matrix.fromRows([
    [1, -0.5],
    [0.3, 2],
    [-1.2, 0.4],
    [0.6, 0.9],
  ]),
  Matrix.fromRows([
    [0.4, -1.3, 0.8],
    [1.6, 0.2, -0.5],
  ]),
];

test.each(functionsOfAnyRank)("$name along matrices of rank 2", (f) => {
  const program = programOf(f, (B = one(), C = one()) => matmul(B, C));
  expect(failures(f.name, () => checkSample(f.name, program, { inputs: factors }))).toEqual([]);
});
