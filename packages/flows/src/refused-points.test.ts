import { describe, expect, test } from "vitest";
import { Matrix, gradient, sum, type Vector } from "jacobian";
import {
  affineMap,
  bijector,
  dense,
  distribution,
  expMap,
  invert,
  logLikelihood,
  sigmoidMap,
  smoothMap,
  softplusMap,
  standardNormal,
  tanhMap,
  transformed,
  type Bijector,
} from "./index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);
const M = (...rows: number[][]) => Matrix.fromRows(rows);

/** What a program that is not type-checked may pass. */
const untyped = (x: unknown) => x as never;

describe("points", () => {
  const map = affineMap({ scale: v(1, 2) });
  const normal = standardNormal(2);

  test.each([
    [
      "too many coordinates",
      () => map.forward(v(1, 2, 3)),
      "ShapeError: affineMap.forward: expected points of 2 coordinates (a vector of 2, or a 2×N matrix with a point in each column), got a vector of 3; make a point with vector([...])",
    ],
    [
      "rows of data",
      () => map.inverse(new Matrix(5, 2)),
      "ShapeError: affineMap.inverse: expected points of 2 coordinates (a vector of 2, or a 2×N matrix with a point in each column), got a 5×2 matrix; transpose rows of data into columns",
    ],
    [
      "a scalar",
      () => expMap.forward(untyped(1)),
      "ShapeError: expMap.forward: expected a point (a vector) or points (the columns of a matrix), got a scalar; make a point with vector([...])",
    ],
    [
      "a list",
      () => expMap.forward(untyped([1, 2])),
      "ShapeError: expMap.forward: expected a number, Float64Array, Matrix or element, got an array of 2; make it one value with vector([...]) or matrix([...])",
    ],
    [
      "of a density",
      () => normal.logDensity(v(1)),
      "ShapeError: standardNormal.logDensity: expected points of 2 coordinates (a vector of 2, or a 2×N matrix with a point in each column), got a vector of 1; make a point with vector([...])",
    ],
    [
      "one point as a data set",
      () => logLikelihood(normal, untyped(v(1, 2))),
      "ShapeError: logLikelihood: expected a matrix with a point in each column, got a vector of 2; of one point, logDensity is its likelihood",
    ],
    [
      "of a layer",
      () => dense({ weights: M([1, 2]), bias: v(0) }, v(1)),
      "ShapeError: dense: expected points of 2 coordinates (a vector of 2, or a 2×N matrix with a point in each column), got a vector of 1; make a point with vector([...])",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(expect.objectContaining({ message: message.replace(/^\w+: /, "") }));
    expect(call).toThrow(expect.objectContaining({ name: message.split(":")[0] }));
  });
});

describe("no value of the map", () => {
  const outside: (readonly [map: Bijector, x: number, message: string])[] = [
    [
      tanhMap,
      1.5,
      "tanhMap.inverse: expected numbers between -1 and 1, got 1.5; no point is mapped there",
    ],
    [
      tanhMap,
      -1,
      "tanhMap.inverse: expected numbers between -1 and 1, got -1; no point is mapped there",
    ],
    [
      sigmoidMap,
      1,
      "sigmoidMap.inverse: expected numbers between 0 and 1, got 1; no point is mapped there",
    ],
    [
      expMap,
      0,
      "expMap.inverse: expected numbers between 0 and Infinity, got 0; no point is mapped there",
    ],
    [
      softplusMap,
      -2,
      "softplusMap.inverse: expected numbers between 0 and Infinity, got -2; no point is mapped there",
    ],
  ];

  test.each(outside)("$0.name", (map, x, message) => {
    const refusal: unknown = expect.objectContaining({ name: "DomainError", message });
    expect(() => map.inverse(v(0.5, x))).toThrow(refusal);
    expect(() => map.inverse(M([0.5, x]))).toThrow(refusal);
    expect(() => transformed(standardNormal(2), map).logDensity(v(0.5, x))).toThrow(refusal);
    expect(() => invert(map).forward(v(x))).toThrow(refusal);
    // Inside a derivative as well.
    expect(() => gradient((y: Vector) => sum(map.inverse(y)))(v(0.5, x))).toThrow(map.name);
  });

  test("NaN travels on", () => {
    expect(tanhMap.inverse(v(NaN, 0))).toEqual(v(NaN, 0));
  });
});

describe("maps and densities of one's own", () => {
  const half = bijector("half", {
    forward: () => ({ value: v(1), logAbsDet: () => 0 }),
    inverse: (x) => ({ value: x, logAbsDet: () => v(1, 2, 3) }),
  });

  test("a map that does not keep the shape of its points", () => {
    expect(() => half.forward(v(1, 2))).toThrow(
      "half.forward: expected a vector of 2 back, got a vector of 1; let a bijector keep the shape of its points",
    );
  });

  test("a determinant that is not a number for each point", () => {
    expect(half.inverse(v(1, 2))).toEqual(v(1, 2));
    expect(() => half.inverseAndLogAbsDet(v(1, 2)).logAbsDet).toThrow(
      "half.inverse: expected a logAbsDet that is a scalar, got a vector of 3; give a number for each point",
    );
  });

  test("a density that is not a number for each point", () => {
    const wrong = distribution("wrong", { size: 2, logDensity: (x) => x, sample: () => M([]) });
    expect(() => wrong.logDensity(v(1, 2))).toThrow(
      "wrong.logDensity: expected a number for each point, a scalar, got a vector of 2; sum over the coordinates of each",
    );
  });

  test("a smooth map of determinant 0", () => {
    const fold = smoothMap({ size: 2, forward: () => v(1, 2), inverse: (x) => x });
    expect(() => fold.logAbsDet(v(1, 2))).toThrow(/determinant 0/);
  });
});
