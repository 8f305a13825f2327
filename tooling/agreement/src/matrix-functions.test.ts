import { type MatrixValue, leavesOf } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { checkSample } from "./by-differences.ts";
import { differentiable } from "./composites.ts";
import { matrixFunctions } from "./matrix-functions.ts";
import { failures } from "./numbers.ts";
import type { Program } from "./primitives.ts";
import { structuredMatrices } from "./structured-matrices.ts";

describe.each(matrixFunctions)("$name", ({ name, of, needs }) => {
  // The one input of each sample is a matrix.
  const program: Program = ([A]) => leavesOf(name, differentiable(of(A as MatrixValue)));
  const fitting = structuredMatrices.filter(({ traits }) =>
    needs.every((need) => traits.has(need)),
  );

  test.each(fitting)("$kind", ({ A, rounding }) => {
    expect(failures(name, () => checkSample(name, program, { inputs: [A] }, rounding))).toEqual([]);
  });
});
