import { describe, expect, test } from "vitest";
import { type MatrixValue, DomainError, Matrix, OperatorError, ShapeError } from "jacobian";
import { affineMap, logLikelihood, standardNormal } from "./index.ts";

describe("parameters of affineMap", () => {
  test.each([["2"], [null], [{}]])("a scale or shift that is no value: %j", (wrong) => {
    // Only a program that is not type-checked comes with these.
    const x = wrong as unknown as number;
    expect(() => affineMap({ scale: x })).toThrow(OperatorError);
    expect(() => affineMap({ scale: x })).toThrow(/^affineMap: expected a number, Float64Array/);
    const shift = x as unknown as Float64Array;
    expect(() => affineMap({ scale: 2, shift })).toThrow(OperatorError);
  });

  test("a shift that is no vector, beside a scale of any size or of its own", () => {
    const shift = new Matrix(2, 2) as unknown as Float64Array;
    expect(() => affineMap({ scale: 2, shift })).toThrow(ShapeError);
    expect(() => affineMap({ scale: 2, shift })).toThrow(
      "affineMap: expected a shift that is a vector, got a 2×2 matrix; give one entry for each coordinate",
    );
    const scale = Float64Array.of(1, 2, 3);
    expect(() => affineMap({ scale, shift: Float64Array.of(1) })).toThrow(
      "affineMap: expected a shift that is a vector of 3, got a vector of 1; give one entry for each coordinate",
    );
  });

  test("a matrix with a NaN has another error than a singular one", () => {
    const scale = new Matrix(2, 2, Float64Array.of(1, NaN, 0, 1));
    expect(() => affineMap({ scale })).toThrow(DomainError);
    expect(() => affineMap({ scale })).toThrow(/got NaN in row 0, column 1/);
  });
});

test("a data set that is no matrix", () => {
  const likelihood = (data: unknown) => () => logLikelihood(standardNormal(2), data as MatrixValue);
  expect(likelihood("data")).toThrow(OperatorError);
  expect(likelihood([[1, 2]])).toThrow(ShapeError);
  expect(likelihood([[1, 2]])).toThrow(/^logLikelihood: .* got an array of 1; make it one value/);
  expect(likelihood(Float64Array.of(1, 2))).toThrow(
    "logLikelihood: expected a matrix with a point in each column, got a vector of 2; of one point, logDensity is its likelihood",
  );
});
