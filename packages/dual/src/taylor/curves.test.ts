import {
  Matrix,
  add,
  at,
  cos,
  describe as text,
  div,
  exp,
  gt,
  log,
  mul,
  sin,
  square,
  sum,
  type Scalar,
  type Scalars,
  type Vector,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { jet, jvp, taylor } from "../index.ts";

describe("curves and containers", () => {
  const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

  test("a straight line has the tangent of jvp", () => {
    const [y, dy] = jet(
      polar,
      3,
    )([
      [2, 0.7],
      [1, -2],
    ]);
    expect({ value: y, tangent: dy }).toEqual(jvp(polar)([2, 0.7], [1, -2]));
  });

  test("the jet of a composition is the composition of the jets", () => {
    const curve = [
      [2, 0.7],
      [1, -2],
      [0.5, 0.25],
      [0, 3],
    ] as const;
    const f = ([x = 0, y = 0]: readonly Scalar[]) => [mul(x, exp(y)), log(add(4, square(x)))];
    const direct = jet((x: Scalars<2>) => f(polar(x)), 5)(curve);
    const inTurn = jet(f, 5)(jet(polar, 5)(curve));
    direct.forEach((c, k) => c.forEach((y, i) => expect(inTurn[k]![i]).toBeCloseTo(y, 12)));
  });

  test("what is beyond the order does not matter", () => {
    expect(jet(([x]) => square(x), 1)([[3], [1], [7]])).toEqual([9, 6]);
  });

  test("objects of arrays, and an output that is a constant", () => {
    const f = ({ w, b }: { w: Matrix; b: Vector }) => ({ W: square(w), s: sum(b), one: 1 });
    const x = { w: new Matrix(1, 2, Float64Array.of(1, 2)), b: Float64Array.of(5, 6) };
    const v = { w: new Matrix(1, 2, Float64Array.of(1, 10)), b: Float64Array.of(1, 1) };
    expect(jet(f, 2)([x, v])).toEqual([
      { W: Matrix.fromRows([[1, 4]]), s: 11, one: 1 },
      { W: Matrix.fromRows([[2, 40]]), s: 2, one: 0 },
      { W: Matrix.fromRows([[1, 100]]), s: 0, one: 0 },
    ]);
  });

  test("a curve in space, its coefficients in its container", () => {
    expect(taylor((t) => vector([t, square(t)]), 2)(3)).toEqual([
      Float64Array.of(3, 9),
      Float64Array.of(1, 6),
      Float64Array.of(0, 1),
    ]);
  });

  test("a scalar series meets an array entry by entry, constant or not", () => {
    const c = Float64Array.of(1, 2);
    expect(taylor((t) => add(c, t), 2)(1)).toEqual([
      Float64Array.of(2, 3),
      Float64Array.of(1, 1),
      Float64Array.of(0, 0),
    ]);
    expect(taylor((t) => mul(mul(c, t), t), 2)(1).at(2)).toEqual(c);
    expect(taylor((t) => div(c, t), 1)(1)).toEqual([c, Float64Array.of(-1, -2)]);
  });

  test("constants follow the point and are held", () => {
    expect(taylor((x: Scalar, k: number) => mul(k, square(x)), 2)(1, 5)).toEqual([5, 10, 5]);
    expect(jet(([x]: Scalars<1>, k: number) => mul(k, x), 1)([[1], [2]], 5)).toEqual([5, 10]);
  });

  test("comparisons are by value, and a series shows itself", () => {
    expect(taylor((x) => (gt(x, 1) ? square(x) : 0), 2)(3)).toEqual([9, 6, 1]);
    let shown = "";
    taylor((x) => ((shown = text(x)), x), 1)(3);
    expect(shown).toBe("Series(3 + …)");
  });

  test("entries of vectors", () => {
    expect(
      jet(
        (x: Vector) => mul(at(x, 0), at(x, 1)),
        2,
      )([Float64Array.of(2, 3), Float64Array.of(1, 1)]),
    ).toEqual([6, 5, 1]);
  });
});
