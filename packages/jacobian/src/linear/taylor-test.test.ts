import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  ShapeError,
  abs,
  add,
  cos,
  exp,
  log,
  matmul,
  matrix,
  mul,
  pow,
  sin,
  sqrt,
  square,
  sub,
  taylorTest,
  unary,
} from "../index.ts";

/** sin with a derivative that is wrong by some part of it. */
const wrongBy = (part: number) =>
  unary("wrongSine", { value: Math.sin, partial: (x) => mul(1 + part, cos(x)) });
const slightlyWrong = wrongBy(1e-5);

describe("wrong input", () => {
  test("a step that is none", () => {
    const f = ([x, y]: Scalars<2>) => mul(x, y);
    // @ts-expect-error one coordinate of two
    expect(() => taylorTest(f)([1, 2], [1])).toThrow(ShapeError);
    for (const h of [0, NaN, Infinity]) {
      expect(() => taylorTest(f)([1, 2], [h, 0])).toThrow(DomainError);
    }
  });
});

describe("orders", () => {
  test.each([
    ["polar", ([r, t]) => [mul(r, cos(t)), mul(r, sin(t))], [2, 0.7]],
    [
      "Rosenbrock",
      ([x, y]) => [add(square(sub(1, x)), mul(100, square(sub(y, square(x)))))],
      [-1, 2],
    ],
    ["far from 1", ([x, y]) => [mul(1e6, exp(sin(mul(x, y))))], [3, -4]],
    ["near the edge of the domain", ([x, y]) => [mul(log(x), sqrt(y))], [1e-3, 1e-2]],
  ] satisfies [string, (x: Scalars<2>) => Scalar[], [number, number]][])(
    "of smooth functions: 2 (%s)",
    (_, f: (x: Scalars<2>) => Scalar[], x: readonly [number, number]) => {
      for (const h of [
        [1, -0.5],
        [1e-4, 3e-4],
        [1e-9, 1e-9],
      ] as const) {
        const { order, agrees } = taylorTest(f)(x, h);
        expect(order).toBeGreaterThan(1.95);
        expect(order).toBeLessThan(2.05);
        expect(agrees).toBe(true);
      }
    },
  );

  test("of what has no second derivative along h: 3, sin at 0", () => {
    expect(taylorTest((x: Scalar) => sin(x))(0, 1).order).toBeCloseTo(3, 1);
  });

  test("of |x|^p, merely C¹: p", () => {
    for (const p of [1.25, 1.5, 1.75]) {
      const tested = taylorTest((x: Scalar) => pow(abs(x), p))(0, 1);
      expect(tested.order).toBeCloseTo(p, 3);
      expect(tested.agrees).toBe(true);
    }
  });

  test("of |x| at its kink: 1, for there is no derivative", () => {
    const tested = taylorTest((x: Scalar) => abs(x))(0, 1);
    expect(tested.order).toBeCloseTo(1, 3);
    expect(tested.agrees).toBe(false);
  });

  test("of linear maps: exact", () => {
    const A = matrix([
      [1, 2],
      [0.1, -3e6],
    ]);
    const tested = taylorTest((x: Vector) => matmul(A, x))(
      Float64Array.of(0.3, 7),
      Float64Array.of(1, 0.1),
    );
    expect(tested.exact).toBe(true);
    expect(tested.orders).toEqual([Infinity, Infinity]);
    expect(taylorTest((x: Scalar) => mul(x, 1 / 3))(1e10, 1).exact).toBe(true);
  });

  test("of a wrong derivative: 1, in the output that has it, however small beside the others", () => {
    const f = ([x, y]: Scalars<2>) => [mul(1e6, exp(x)), slightlyWrong(y), square(y)];
    const tested = taylorTest(f)([1, 0.5], [1, 1]);
    expect(tested.order).toBeCloseTo(1, 2);
    expect(tested.component).toBe(1);
    expect(tested.orders[0]).toBeCloseTo(2, 1);
    expect(tested.agrees).toBe(false);
  });

  test("an error of 10⁻⁵ is seen, one of 10⁻⁷ is not; nor one of 10⁻⁴ where the slope is small", () => {
    const agrees = (part: number, x: number): boolean => {
      const wrong = wrongBy(part);
      return taylorTest((z: Scalar): Scalar => wrong(z))(x, 1).agrees;
    };
    for (const x of [0.3, 0.7, 2.1, -4]) {
      expect([agrees(1e-5, x), agrees(1e-7, x)]).toEqual([false, true]);
    }
    expect(agrees(1e-4, 11)).toBe(true);
  });

  test("noise of intermediate values is not taken for a remainder", () => {
    const noisy = (x: Scalar) => sub(add(sin(x), 1e8), 1e8);
    expect(taylorTest(noisy)(0.5, 1).order).toBeCloseTo(2, 0);
  });

  test("where f is not finite: NaN, which agrees with nothing", () => {
    const tested = taylorTest((x: Scalar) => log(x))(-1, 1e-3);
    expect(tested.order).toBeNaN();
    expect(tested.agrees).toBe(false);
  });
});

test("prints what was seen", () => {
  const text = taylorTest((x: Scalar) => square(x))(1, 1).toString();
  expect(text).toMatch(/^taylorTest: the remainder of output 0 falls with order 2\.00\n/);
  expect(text).toContain("1.00e+0");
});
