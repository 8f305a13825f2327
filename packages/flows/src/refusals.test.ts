import { describe, expect, test } from "vitest";
import { Matrix } from "jacobian";
import {
  affineMap,
  autoregressive,
  chain,
  coupling,
  deltaMethod,
  expMap,
  leakyReluMap,
  multivariateNormal,
  permutation,
  planar,
  radial,
  standardNormal,
  transformed,
  uniform,
} from "./index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);
const M = (...rows: number[][]) => Matrix.fromRows(rows);
const network = () => ({ logScale: v(0), shift: v(0) });

/** What a program that is not type-checked may pass. */
const untyped = (x: unknown) => x as never;

describe("refused parameters", () => {
  test.each([
    [
      "a multiple of 0",
      () => affineMap({ scale: 0 }),
      "SingularMatrixError: affineMap: expected an invertible scale, got 0 as a multiple of the identity; a map that flattens space has no inverse and carries no density",
    ],
    [
      "0 on the diagonal",
      () => affineMap({ scale: v(1, 0) }),
      "SingularMatrixError: affineMap: expected an invertible scale, got 0 on its diagonal; a map that flattens space has no inverse and carries no density",
    ],
    [
      "0 on the diagonal of a triangle",
      () => affineMap({ scale: M([1, 2], [3, 0]), triangle: "lower" }),
      "SingularMatrixError: affineMap: expected an invertible scale, got 0 on its diagonal; a map that flattens space has no inverse and carries no density",
    ],
    [
      "a singular matrix",
      () => affineMap({ scale: M([1, 2], [2, 4]) }),
      "SingularMatrixError: affineMap: expected an invertible scale, got a 2×2 matrix of determinant 0; a map that flattens space has no inverse and carries no density",
    ],
    [
      "a matrix that is not square",
      () => affineMap({ scale: M([1, 2]) }),
      "ShapeError: affineMap: expected a square matrix, got a 1×2 matrix; a bijector keeps the number of coordinates",
    ],
    [
      "a triangle that does not exist",
      () => affineMap({ scale: M([1]), triangle: untyped("left") }),
      'DomainError: affineMap: expected the triangle "lower" or "upper", got "left"; leave it out for the whole matrix',
    ],
    [
      "a shift that does not fit",
      () => affineMap({ scale: v(1, 2), shift: v(1) }),
      "ShapeError: affineMap: expected a shift that is a vector of 2, got a vector of 1; give one entry for each coordinate",
    ],
    [
      "a slope of 0",
      () => leakyReluMap(0),
      "DomainError: leakyReluMap: expected a positive slope, got 0; with another it has no inverse",
    ],
    [
      "an order that names one twice",
      () => permutation([0, 0, 2]),
      "DomainError: permutation: expected each of 0 to 2 once, got [0, 0, 2]; say for each coordinate which one takes its place",
    ],
    [
      "a mask that keeps all",
      () => coupling({ mask: [true, true], network }),
      "DomainError: coupling: expected a mask that keeps some coordinates and not all, got [true, true]; write [true, false] in the plane",
    ],
    [
      "a network that gives too much",
      () => coupling({ mask: [true, false, false], network }).forward(v(1, 2, 3)),
      "ShapeError: coupling: expected a network that gives a logScale of a vector of 2, got a vector of 1; give one entry for each coordinate that the mask does not keep",
    ],
    [
      "a conditioner that gives a vector for one point",
      () =>
        autoregressive({ size: 2, conditioner: () => ({ logScale: v(1, 2), shift: 0 }) }).forward(
          v(1, 2),
        ),
      "ShapeError: autoregressive: expected a conditioner that gives a logScale of a scalar, got a vector of 2; give a number for each point",
    ],
    [
      "a conditioner that gives too much",
      () =>
        autoregressive({
          size: 1,
          conditioner: () => ({ logScale: 0, shift: v(1, 2, 3) }),
        }).inverse(M([1, 2])),
      "ShapeError: autoregressive: expected a conditioner that gives a shift of a vector of 2, got a vector of 3; give a number for each point",
    ],
    [
      "a direction of zeros",
      () => planar({ u: v(1, 2), w: v(0, 0), b: 0 }),
      "DomainError: planar: expected a direction w, got a vector whose squared length is 0; start with small random numbers",
    ],
    [
      "a direction that is a list",
      () => planar({ u: untyped([1, 2]), w: v(1, 2), b: 0 }),
      "ShapeError: planar: expected a number, Float64Array, Matrix or element, got an array of 2; make it one value with vector([...]) or matrix([...])",
    ],
    [
      "directions that are matrices",
      () => planar({ u: untyped(M([1, 2])), w: untyped(M([1, 2])), b: 0 }),
      "ShapeError: planar: expected vectors u and w of one length, got a 1×2 matrix and a 1×2 matrix; give each one entry for each coordinate",
    ],
    [
      "a center that is a list",
      () => radial({ center: untyped([1, 2]), alpha: 0, beta: 0 }),
      "ShapeError: radial: expected a number, Float64Array, Matrix or element, got an array of 2; make it one value with vector([...]) or matrix([...])",
    ],
    [
      "an order that is no list",
      () => permutation(untyped(3)),
      "DomainError: permutation: expected an order, got 3; give a list with an entry for each coordinate",
    ],
    [
      "no mask",
      () => coupling({ mask: untyped(undefined), network }),
      "DomainError: coupling: expected a mask, got undefined; give a list with an entry for each coordinate",
    ],
    [
      "a mean that is a list",
      () => deltaMethod((x) => x)({ mean: untyped([1]), covariance: M([1]) }),
      "ShapeError: deltaMethod: expected a number, Float64Array, Matrix or element, got an array of 1; make it one value with vector([...]) or matrix([...])",
    ],
    [
      "directions of two lengths",
      () => planar({ u: v(1, 2, 3), w: v(0, 1), b: 0 }),
      "ShapeError: planar: expected vectors u and w of one length, got a vector of 3 and a vector of 2; give each one entry for each coordinate",
    ],
    [
      "a center that is a scalar",
      () => radial({ center: untyped(0), alpha: 0, beta: 0 }),
      "ShapeError: radial: expected a center that is a vector, got a scalar; give one entry for each coordinate",
    ],
    [
      "maps of two sizes",
      () => chain(permutation([1, 0]), expMap, permutation([0])),
      "ShapeError: chain: expected maps of one size, got permutation of 2 and permutation of 1 coordinates; a bijector keeps the number of coordinates",
    ],
    [
      "a map that is not of the size of the base",
      () => transformed(standardNormal(3), permutation([1, 0])),
      "ShapeError: transformed: expected a map of 3 coordinates, as standardNormal has, got permutation of 2; give both the same size",
    ],
    [
      "no coordinates",
      () => uniform(0),
      "DomainError: uniform: expected a number of coordinates, 1 or more, got 0; say how many a point has",
    ],
    [
      "half a coordinate",
      () => autoregressive({ size: 0.5, conditioner: () => ({ logScale: 0, shift: 0 }) }),
      "DomainError: autoregressive: expected a number of coordinates, 1 or more, got 0.5; say how many a point has",
    ],
    [
      "a covariance that does not fit",
      () => multivariateNormal({ mean: v(1, 2), covariance: M([1]) }),
      "ShapeError: multivariateNormal: expected a mean that is a vector of d and a d×d covariance, got a vector of 2 and a 1×1 matrix; give one row and one column for each coordinate",
    ],
    [
      "moments that do not fit",
      () => deltaMethod((x) => x)({ mean: v(1), covariance: M([1, 0], [0, 1]) }),
      "ShapeError: deltaMethod: expected a mean that is a vector of d and a d×d covariance, got a vector of 1 and a 2×2 matrix; give one row and one column for each coordinate",
    ],
  ])("%s", (_, call, message) => {
    expect(call).toThrow(expect.objectContaining({ message: message.replace(/^\w+: /, "") }));
    expect(call).toThrow(expect.objectContaining({ name: message.split(":")[0] }));
  });

  test("a covariance that is not positive definite", () => {
    expect(() => multivariateNormal({ mean: v(1, 2), covariance: M([1, 2], [2, 1]) })).toThrow(
      /^cholesky: expected/,
    );
  });
});
