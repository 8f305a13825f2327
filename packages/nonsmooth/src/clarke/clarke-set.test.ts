import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  Matrix,
  ShapeError,
  abs,
  add,
  max,
  mul,
  norm2,
  sub,
  sum,
} from "@jacobian/core";
import { expect, test } from "vitest";
import { clarke } from "../index.ts";

const interval = clarke((x: Scalar) => abs(x))(0);
const square = clarke(([x, y]: Scalars<2>) => add(abs(x), abs(y)))([0, 0]);
const disc = clarke((x: Vector) => add(norm2(x), mul(3, sum(x))))(new Float64Array(2));

test("directions and elements of the wrong size", () => {
  expect(() => square.support([1, 2, 3])).toThrow(ShapeError);
  expect(() => square.contains(1)).toThrow(
    "contains: expected 1×2 entries, as an element of the set has, got 1;",
  );
  expect(() => square.toMatrix(new Matrix(2, 2))).toThrow(ShapeError);
  expect(() => square.interval).toThrow("interval: expected 1×1 Jacobians, got 1×2 ones;");
});

test("an interval", () => {
  expect(interval.kind).toBe("interval");
  expect(interval.generators?.map(({ data }) => data[0])).toEqual([-1, 1]);
  expect([interval.contains(1), interval.contains(-0.3), interval.contains(1.0001)]).toEqual([
    true,
    true,
    false,
  ]);
  expect(interval.nearestToZero().data[0]).toBe(0);
  expect(interval.toMatrix(-2).data[0]).toBe(-1);
});

test("0 in the set is found exactly, and what is small by itself is not taken for it", () => {
  expect([...square.nearestToZero().data]).toEqual([0, 0]);
  const three = clarke(([x, y]: Scalars<2>) => max(add(x, y), max(sub(y, x), mul(-1, y))));
  expect([...three([0, 0]).nearestToZero().data]).toEqual([0, 0]);
  const tilted = clarke(([x, y]: Scalars<2>) => add(abs(x), mul(1e-17, y)))([0, 0]);
  const [across, along] = tilted.nearestToZero().data;
  expect(across).toBe(0);
  expect(along! / 1e-17).toBeCloseTo(1, 12);
});

test("a point", () => {
  const point = clarke(([x, y]: Scalars<2>) => [mul(x, y), add(x, y)])([2, 3]);
  expect(point).toMatchObject({ kind: "point", reason: "no kink", shape: [2, 2], kinks: [] });
  expect(point.toMatrix().toJSON()).toEqual([
    [3, 2],
    [1, 1],
  ]);
  expect(
    point.support(
      Matrix.fromRows([
        [1, 0],
        [0, -1],
      ]),
    ),
  ).toBe(2);
  expect(
    point.contains(
      Matrix.fromRows([
        [3, 2],
        [1, 1],
      ]),
    ),
  ).toBe(true);
});

test("a polygon, anticlockwise, without points on its edges", () => {
  expect(square.kind).toBe("polygon");
  expect(square.generators?.map(({ data }) => [...data])).toEqual([
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ]);
  const segment = clarke(([x, y]: Scalars<2>) => abs(add(x, y)))([1, -1]);
  expect(segment.generators?.map(({ data }) => [...data])).toEqual([
    [-1, -1],
    [1, 1],
  ]);
});

test("a set with a round border", () => {
  expect(disc).toMatchObject({ kind: "support", generators: undefined });
  expect(disc.support([3, 4])).toBeCloseTo(3 * 7 + 5, 12);
  expect([...disc.toMatrix([0, 1]).data]).toEqual([3, 4]);
  for (let k = 0; k < 12; k++) {
    const [c, s] = [Math.cos(k), Math.sin(k)];
    expect(disc.contains([3 + c, 3 + s])).toBe(true);
    expect(disc.contains([3 + 1.00001 * c, 3 + 1.00001 * s])).toBe(false);
    expect(disc.contains([3 + 0.3 * c, 3 + 0.3 * s])).toBe(true);
  }
  const nearest = disc.nearestToZero().data;
  expect(Math.hypot(...nearest)).toBeCloseTo(3 * Math.SQRT2 - 1, 8);
});

test("the nearest element is the projection: every other is further along it", () => {
  const set = clarke(([x, y, z]: Scalars<3>) =>
    max(add(x, mul(2, y)), max(sub(mul(3, x), z), add(y, mul(2, z)))),
  )([0, 0, 0]);
  const nearest = set.nearestToZero();
  const size = nearest.data.reduce((total, entry) => total + entry * entry, 0);
  expect(-set.support(nearest.data.map((entry) => -entry))).toBeCloseTo(size, 10);
  expect(set.contains(nearest)).toBe(true);
  expect(set.contains(nearest.data.map((entry) => 0.99 * entry))).toBe(false);
});

test("it says what it is", () => {
  expect(String(interval)).toBe(
    "ClarkeSet(interval, equal to the Clarke Jacobian: one kink, whose two pieces differ)",
  );
});

test.each([1e200, 1e-200])("sets of the size of %d", (size) => {
  const f = (x: Scalar): Scalar => add(mul(3 * size, x), mul(size, abs(x)));
  expect(clarke(f)(0).nearestToZero().at(0, 0) / size).toBeCloseTo(2, 12);
  expect(clarke(f)(0).contains(3 * size)).toBe(true);
  expect(clarke(f)(0).contains(5 * size)).toBe(false);
});

test("a tolerance that is none, and what is not finite", () => {
  const set = clarke((x: Scalar) => abs(x))(0);
  expect(() => set.contains(0.5, 0)).toThrow("contains: expected a tolerance above 0, got 0;");
  expect(() => set.contains(0.5, -1)).toThrow(DomainError);
  expect(() => set.contains(NaN)).toThrow("contains: expected finite entries, got NaN;");
});
