import { describe, expect, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  type Vector,
  Matrix,
  OperatorError,
  abs,
  add,
  at,
  bilinear,
  binary,
  cos,
  entriesOf,
  exp,
  floor,
  gt,
  inv,
  locallyConstant,
  log,
  matmul,
  max,
  mul,
  piecewise,
  pow,
  relu,
  sin,
  sqrt,
  square,
  stopGradient,
  structured,
  sub,
  sum,
  sumOver,
  tanh,
  transpose,
  unary,
} from "../index.ts";
import { differencesOf } from "./differences.ts";
import { check } from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

const roadOf = (report: ReturnType<ReturnType<typeof check>>, name: string) =>
  report.roads.find(({ road }) => road === name);

describe("wrong input", () => {
  test("no function; no value", () => {
    // @ts-expect-error a number is no function
    expect(() => check(3)(1)).toThrow(OperatorError);
    expect(() => check(() => "text")([1, 2])).toThrow(OperatorError);
  });
});

describe("functions that are right", () => {
  test("every road is gone, and all agree", () => {
    const report = check(polar)([2, 0.7]);
    expect(report.ok).toBe(true);
    expect(report.shape).toEqual([2, 2]);
    expect(report.roads.map(({ road, agrees }) => [road, agrees])).toEqual(
      ["dual", "tape", "symbolic", "nonsmooth", "differences"].map((road) => [road, true]),
    );
    expect(report.taylor?.order).toBeCloseTo(2, 1);
    expect([report.disagreement, report.culprit]).toEqual([undefined, undefined]);
  });

  test("vectors, matrices, objects, constants", () => {
    const layer = ({ W, b }: { W: Matrix; b: Float64Array }, x: Float64Array) =>
      tanh(add(matmul(W, x), b));
    const W = new Matrix(2, 3, Float64Array.of(0.1, -0.2, 0.3, 0.4, 0.5, -0.6));
    const report = check(layer)({ W, b: Float64Array.of(0.1, 0.2) }, Float64Array.of(1, 2, 3));
    expect(report.toString()).toContain("all roads to the 2×8 Jacobian agree");
    expect(roadOf(report, "symbolic")?.agrees).toBe(true);
    expect(
      check((A: Matrix) => inv(A))(
        W.rows === 2 ? new Matrix(2, 2, Float64Array.of(2, 1, 0.5, 3)) : W,
      ).ok,
    ).toBe(true);
  });

  test("badly scaled outputs, steep and flat places", () => {
    const f = ([x, y]: Scalars<2>) => [mul(1e12, sin(x)), mul(1e-12, exp(y)), pow(x, 7)];
    expect(check(f)([3, 4]).ok).toBe(true);
    expect(check(([x]: Scalars<1>) => log(x))([1e-3]).ok).toBe(true);
    expect(check(([x]: Scalars<1>) => sqrt(x))([1e8]).ok).toBe(true);
  });

  test("a constant output, and a linear one", () => {
    expect(check(([x, y]: Scalars<2>) => [3, add(x, mul(2, y))])([1, 2]).ok).toBe(true);
  });

  test("what branches by value cannot be traced, and what is long is not", () => {
    const branching = ([x]: Scalars<1>) => (gt(x, 0) ? square(x) : x);
    const report = check(branching)([2]);
    expect(report.ok).toBe(true);
    expect(roadOf(report, "symbolic")).toMatchObject({
      agrees: undefined,
      note: "not decidable: f branches by value",
    });
    const long = check((x: Vector) => sumOver(1100, () => mul(at(x, 0), at(x, 1))));
    expect(roadOf(long(Float64Array.of(1, 2)), "symbolic")?.note).toMatch(/operations are many/);
  });

  test("of a large Jacobian, engines and the remainder", () => {
    const report = check((x: Vector) => square(x))(new Float64Array(120).fill(0.7));
    expect(report.ok).toBe(true);
    expect(roadOf(report, "differences")?.note).toBe("not asked: 14400 entries are many");
    expect(report.taylor?.order).toBeCloseTo(2, 1);
  });

  test("at a kink the conventions are compared, nothing else", () => {
    const report = check(([x, y]: Scalars<2>) => add(relu(x), abs(y)))([0, 1]);
    expect(report.ok).toBe(true);
    expect(roadOf(report, "tape")?.agrees).toBe(true);
    expect(roadOf(report, "differences")?.note).toBe("not asked: relu at a kink");
    expect(report.taylor).toBe(undefined);
    expect(check(([x, y]: Scalars<2>) => max(x, y))([1, 2]).ok).toBe(true);
  });

  test("a function that writes into its list", () => {
    const x = [2, 3];
    const f = (v: Scalar[]) => {
      v[0] = mul(v[0] ?? 0, 2);
      return mul(v[0], v[1] ?? 0);
    };
    expect(check(f)(x).ok).toBe(true);
    expect(x).toEqual([2, 3]);
  });
});

describe("primitives with wrong rules are named", () => {
  test("a partial derivative", () => {
    const wrong = unary("wrongSine", { value: Math.sin, partial: (x) => mul(1.01, cos(x)) });
    const report = check(([x, y]: Scalars<2>) => [mul(x, y), mul(exp(x), wrong(y))])([0.3, 0.5]);
    expect(report.ok).toBe(false);
    expect(report.disagreement).toMatchObject({ output: 1, input: 1 });
    const { values } = report.disagreement!;
    expect(values["dual"]).toBeCloseTo(1.01 * Math.exp(0.3) * Math.cos(0.5), 12);
    expect(values["differences"]).toBeCloseTo(Math.exp(0.3) * Math.cos(0.5), 9);
    expect(report.taylor).toMatchObject({ agrees: false, component: 1 });
    expect(report.culprit).toMatchObject({
      primitive: "wrongSine",
      finding: "in wrongSine(0.5) its derivative is 0.886358 by its rule, 0.877583 by differences",
    });
    expect(report.toString()).toContain("responsible: wrongSine: in wrongSine(0.5)");
    expect(report.toString()).toMatch(/differences +\S+ +DIFFERS/);
  });

  test("one of two partial derivatives, through arrays", () => {
    const product = binary("product", {
      value: (x, y) => x * y,
      partials: [(_x, y) => y, (x) => mul(-1, x)],
    });
    const f = ({ a, b }: { a: Vector; b: Vector }) => sum(product(a, b));
    const report = check(f)({ a: Float64Array.of(1, 2), b: Float64Array.of(3, 4) });
    expect(report.disagreement).toMatchObject({ output: 0, input: 2 });
    expect(report.culprit?.primitive).toBe("product");
  });

  test("a piece that is not the value", () => {
    const bent = piecewise("bent", {
      value: (x) => (x > 0 ? 3 * x : x),
      pieces: [(x) => mul(2, x), (x) => x],
      switches: [[(x) => x, () => 0]],
      atTie: "first",
    });
    expect(check(([x]: Scalars<1>) => bent(x))([1]).culprit?.primitive).toBe("bent");
    expect(check(([x]: Scalars<1>) => bent(x))([-1]).ok).toBe(true);
  });

  test("what is said to be locally constant, and a gradient that is stopped", () => {
    const halved = locallyConstant("halved", { value: (x) => x / 2, jumps: () => NaN });
    expect(check(([x]: Scalars<1>) => mul(x, halved(x)))([2]).culprit?.finding).toBe(
      "in halved(2) its derivative is 0 by its rule, 0.5 by differences",
    );
    const stopped = check(([x]: Scalars<1>) => mul(floor(x), mul(x, stopGradient(x))))([2.5]);
    expect(stopped.culprit?.primitive).toBe("stopGradient");
  });

  test("an adjoint that is not the transpose: the engines differ", () => {
    const product = bilinear("lopsided", {
      value: (A, B) => matmul(A as Matrix, B as Matrix),
      shape: ([m = 0], [, n = 0]) => [m, n],
      adjoints: [
        (bar, B) => matmul(bar as Matrix, B as Matrix),
        (bar, A) => matmul(transpose(A as Matrix), bar as Matrix),
      ],
    });
    const A = new Matrix(2, 2, Float64Array.of(1, 2, 3, 5));
    const report = check((X: Matrix) => product(X, A))(A);
    expect(roadOf(report, "tape")?.agrees).toBe(false);
    expect(report.culprit?.primitive).toBe("lopsided");
    expect(report.culprit?.finding).toMatch(/its adjoint does not belong to its tangent/);
  });

  test("a pullback beside a pushforward", () => {
    const twice = structured("twice", {
      value: ([x = 0]) => [entriesOf(x).map((entry) => 2 * entry)],
      shape: ([shape = []]) => [shape],
      pushforward: ([dx = 0]) => [mul(2, dx)],
      pullback: ([bar = 0]) => [mul(3, bar)],
    });
    const report = check((x: Vector) => twice([x])[0]!)(Float64Array.of(1, 2));
    expect(report.culprit?.primitive).toBe("twice");
  });

  test("the first in the program, and not those that are right", () => {
    const [one, two] = ["one", "two"].map((name) =>
      unary(name, { value: Math.exp, partial: (x) => x }),
    );
    const report = check(([x]: Scalars<1>) => two!(one!(sin(x))))([0.3]);
    expect(report.culprit?.primitive).toBe("one");
  });

  test("where a NaN is born", () => {
    const report = check(([x, y]: Scalars<2>) => mul(log(sub(x, y)), y))([1, 2]);
    expect(report.ok).toBe(false);
    expect(report.culprit?.primitive).toBe("log");
    expect(report.culprit?.finding).toMatch(/expected a finite value, got NaN in log\(-1\)/);
  });
});

describe("differences", () => {
  test("their errors are what they say", () => {
    for (const [f, expected] of [
      [Math.exp, 1],
      [(t: number) => Math.sin(3 * t), 3],
      [(t: number) => 1e9 + t, 1],
      [(t: number) => Math.log(1e-3 + t), 1e3],
    ] as const) {
      const [found] = differencesOf((t) => Float64Array.of(f(t)), 1);
      expect(Math.abs(found!.value - expected)).toBeLessThanOrEqual(10 * found!.error + 1e-12);
      expect(found!.error).toBeLessThan(1e-4 * expected);
    }
  });
});

test("prints a table", () => {
  const lines = check(polar)([2, 0.7]).toString().split("\n");
  expect(lines[0]).toBe("check: all roads to the 2×2 Jacobian agree");
  expect(lines[1]).toMatch(/^ {2}road +difference$/);
  expect(lines[2]).toMatch(/^ {2}dual +0\.0e\+0 +agrees$/);
  expect(lines[7]).toMatch(/^ {2}taylorTest +order 2\.00 +agrees$/);
});
