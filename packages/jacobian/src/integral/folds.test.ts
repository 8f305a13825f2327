import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  add,
  changeOfVariables,
  exp,
  mul,
  neg,
  relu,
  sin,
  square,
  sub,
} from "../index.ts";
import { polar, around, whole, within } from "../../test-support/integrals.ts";

const { PI } = Math;
const one = () => 1;

describe("what is not claimed", () => {
  test("eˣ(cos y, sin y) on two turns counts the ring twice, with det J > 0 and no warning", () => {
    const ring = PI * (Math.E ** 2 - 1);
    const once = changeOfVariables(one, around, [[0, 1], whole]);
    const twice = changeOfVariables(one, around, [
      [0, 1],
      [0, 4 * PI],
    ]);
    within(once, ring);
    within(twice, 2 * ring);
    expect(twice).toMatchObject({ orientation: 1, injective: "unverified", warnings: [] });
  });

  test("a fold is warned of: the sign of det J changes", () => {
    const fold = ([x, y]: Scalars<2>) => [square(x), y];
    const { value, orientation, warnings } = changeOfVariables(one, fold, [
      [-1, 1],
      [0, 1],
    ]);
    expect(value).toBeCloseTo(2, 12);
    expect(orientation).toBe("mixed");
    expect(warnings).toEqual([
      "det J changes its sign in the region: the map folds it, and what is covered twice counts twice",
    ]);
  });

  test("a map to a line is warned of, rounding or not", () => {
    const flat = ([x, y]: Scalars<2>) => {
      const height = add(mul(0.1, exp(x)), mul(0.7, sin(y)));
      return [mul(height, 1 / 3), mul(height, 1.1)];
    };
    const lifted = ([x, y]: Scalars<2>) => [...flat([x, y]), flat([x, y])[0]!];
    for (const [map, orientation] of [
      [flat, 0],
      [lifted, undefined],
    ] as const) {
      const result = changeOfVariables(one, map, [
        [0, 1],
        [0, 1],
      ]);
      expect(result).toMatchObject({ value: 0, evaluations: 17, orientation });
      expect(result.warnings).toEqual([
        "the columns of J are dependent wherever it was looked at: the image has no volume",
      ]);
    }
  });

  test("a steep shear keeps area, however steep", () => {
    const square = [
      [0, 1],
      [0, 1],
    ] as const;
    const steep = ([x, y]: Scalars<2>) => [add(x, exp(mul(40, y))), y];
    const result = changeOfVariables(one, steep, square);
    within(result, 1);
    expect(result).toMatchObject({ orientation: 1, warnings: [] });
    // Of a tall J the lengths of the columns are all that is known: what is lost is said.
    const lifted = changeOfVariables(one, ([x, y]: Scalars<2>) => [...steep([x, y]), 0], square);
    expect(lifted.value).toBeLessThan(0.8);
    expect(lifted.warnings).toEqual([
      "det J is rounding at some points, where long columns of J are nearly dependent: what it holds there is left out",
    ]);
  });

  test("a map that is flat on a part of the region has its volume elsewhere, and no warning", () => {
    const half = ([x, y]: Scalars<2>) => {
      const height = add(mul(x, 1 / 3), mul(0.7, y));
      return [add(height, relu(sub(x, 0.5))), mul(height, 1.1)];
    };
    const result = changeOfVariables(one, half, [
      [0, 1],
      [0, 1],
    ]);
    expect(result.value).toBeCloseTo(0.77 / 2, 6);
    expect(result.warnings).toEqual([]);
  });

  test("columns beyond the root of the largest number have a length", () => {
    const long = changeOfVariables(one, (x: Scalar) => mul(1e200, x), [0, 1]);
    expect(long.value / 1e200).toBeCloseTo(1, 12);
    expect(long.warnings).toEqual([]);
  });

  test("a region of no volume is not looked at, so nothing is said of the map", () => {
    for (const map of [polar, ([r, t]: Scalars<2>) => [...polar([r, t]), r]]) {
      const result = changeOfVariables(one, map, [[1, 1], whole]);
      expect(result).toMatchObject({ value: 0, orientation: undefined, warnings: [] });
    }
  });

  test("a reflection turns the orientation, not the sign of the area", () => {
    const mirror = ([r, t]: Scalars<2>) => polar([r, neg(t)]);
    const result = changeOfVariables(one, mirror, [[0, 1], whole]);
    within(result, PI);
    expect(result.orientation).toBe(-1);
  });

  test("an error beyond the tolerance is warned of", () => {
    const result = changeOfVariables(([x]) => sin(mul(40, x)), polar, [[0, 1], whole], {
      maxEvaluations: 100,
    });
    expect(result.converged).toBe(false);
    expect(result.warnings).toEqual([
      "the error is beyond the tolerance: maxEvaluations was reached",
    ]);
  });
});
