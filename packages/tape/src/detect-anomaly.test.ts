import { readFileSync } from "node:fs";
import {
  type Scalar,
  type Scalars,
  type Vector,
  LevelError,
  OperatorError,
  add,
  div,
  exp,
  log,
  lt,
  mul,
  sin,
  sqrt,
  square,
  stopGradient,
  sub,
  sum,
  value,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import * as lines from "../test-support/lines.ts";
import {
  AnomalyError,
  checkpoint,
  detectAnomaly,
  gradient,
  jacobian,
  pullback,
  valueAndGradient,
  vjp,
} from "./index.ts";

const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);

/** The line of the fixture that ends with this comment. */
const lineOf = (comment: string): number =>
  readFileSync(new URL("../test-support/lines.ts", import.meta.url), "utf8")
    .split("\n")
    .findIndex((line) => line.endsWith(`// ${comment}`)) + 1;

const anomalyOf = (f: () => unknown): AnomalyError => {
  try {
    f();
  } catch (error) {
    if (error instanceof AnomalyError) return error;
    throw error;
  }
  throw new Error("no anomaly");
};

describe("wrong input", () => {
  test("a function of nothing: what is to be watched is its argument", () => {
    const f = detectAnomaly(() => gradient((x: Scalar) => log(x))(0));
    expect(() => f(undefined as never)).toThrow(OperatorError);
    expect(() => f(undefined as never)).toThrow(
      "detectAnomaly: expected the input of the function that it watches, got none; write gradient(detectAnomaly(f))(x)",
    );
  });

  test("NaN in the input", () => {
    const f = detectAnomaly((x: Vector) => sum(x));
    expect(() => gradient(f)(Float64Array.of(1, NaN))).toThrow(AnomalyError);
    expect(() => gradient(f)(Float64Array.of(1, NaN))).toThrow(
      /expected an input without NaN, got/,
    );
  });

  test("a watched value that escapes", () => {
    let kept: Scalar = 0;
    detectAnomaly((x: Scalar) => (kept = mul(x, 2)))(1);
    expect(value(kept)).toBe(2);
    expect(() => mul(kept, 2)).toThrow(LevelError);
  });
});

describe("in a value", () => {
  test("log(−1): the operation, its operands, the line", () => {
    const error = anomalyOf(() => gradient(detectAnomaly(lines.logOfDifference))([2, 3]));
    expect(error).toMatchObject({ operation: "log", phase: "value", name: "AnomalyError" });
    expect(error.location).toMatch(new RegExp(`test-support/lines\\.ts:${lineOf("log here")}:17$`));
    expect(error.message).toBe(
      `log: expected a finite value, got NaN in log(-1) at ${String(error.location)}; keep its operands where it and its derivative are finite, or choose with where`,
    );
  });

  test("without a derivative around it too, and with arrays, inside loops, inside functions of core", () => {
    expect(anomalyOf(() => detectAnomaly(lines.logOfDifference)([2, 2])).message).toMatch(
      /^log: expected a finite value, got -Infinity in log\(0\) at /,
    );
    const inLoop = anomalyOf(() =>
      gradient(detectAnomaly(lines.throughALoop))(Float64Array.of(1, 0)),
    );
    expect(inLoop.message).toMatch(/^div: expected a finite value, got Infinity in div\(1, 0\)/);
    expect(inLoop.location).toContain(`lines.ts:${lineOf("div in a loop here")}:`);
    const inner = anomalyOf(() => gradient(detectAnomaly(lines.composite))([-1, 2]));
    expect(inner.location).toContain(`lines.ts:${lineOf("composite here")}:`);
  });

  test("0·∞ is reported where ∞ was born; where it came in as a constant, where NaN is", () => {
    const error = anomalyOf(() => gradient(detectAnomaly(lines.zeroTimesInfinity))(0));
    expect(error.message).toMatch(/^div: .* got Infinity in div\(1, 0\) at /);
    expect(error.location).toContain(`lines.ts:${lineOf("div here")}:`);
    const constant = detectAnomaly((x: Scalar) => mul(x, Infinity));
    expect(() => gradient(constant)(0)).toThrow(/^mul: .* got NaN in mul\(0, Infinity\)/);
  });

  test("an overflow, and an infinity that came in as one", () => {
    expect(() => detectAnomaly((x: Scalar) => exp(x))(1000)).toThrow(/exp\(1000\)/);
    expect(detectAnomaly((x: Scalar) => div(1, x))(Infinity)).toBe(0);
    expect(detectAnomaly((x: Scalar) => add(x, -Infinity))(1)).toBe(-Infinity);
  });
});

describe("in an adjoint", () => {
  test("√ at 0: the slope is ∞, and the square's 0 makes NaN of it", () => {
    expect(gradient(lines.rootOfSquare)(0)).toBe(0);
    const error = anomalyOf(() => gradient(detectAnomaly(lines.rootOfSquare))(0));
    expect(error).toMatchObject({ operation: "sqrt", phase: "adjoint" });
    expect(error.location).toContain(`lines.ts:${lineOf("sqrt here")}:`);
    expect(error.message).toMatch(
      /^sqrt: expected a finite adjoint, got Infinity as adjoint of operand 0, from 2 for its result, in sqrt\(0\) at .*lines\.ts:\d+:\d+; keep its operands/,
    );
  });

  test("in an entry of an array, in the second operand, in a sweep that is asked for later", () => {
    const f = detectAnomaly(([x, y]: readonly [Vector, Vector]) => [sum(mul(x, sqrt(y)))]);
    const { value: v, pullback: back } = pullback(f)([
      Float64Array.of(1, 2),
      Float64Array.of(4, 0),
    ]);
    expect(v).toEqual([2]);
    expect(() => back([3])).toThrow(/^sqrt: .*got .*Infinity.* as adjoint of operand 0/);
    const power = detectAnomaly((y: Scalar) => div(1e300, mul(y, 1)));
    expect(() => gradient(power)(1e-8)).toThrow(/^div: .*in div\(1e\+?300, 1e-8\)/);
    expect(() => gradient(power)(1e-5)).toThrow(
      /^div: .*-Infinity as adjoint of operand 1, from 1 /,
    );
  });

  test("lanes are told apart: a row that bears an infinity beside one into which one comes", () => {
    const f = detectAnomaly(([x]: readonly Scalar[]) => {
      const s = sqrt(x!);
      return [s, mul(2, s)];
    });
    const g = (x: readonly Scalar[]) => {
      const [a, b] = f(x);
      return [a!, mul(Infinity, b!)];
    };
    expect(jacobian((x: readonly Scalar[]) => g(x)[1]!)([0]).toJSON()).toEqual([[Infinity]]);
    for (const options of [{}, { chunk: 1 }])
      expect(() => jacobian(g, options)([0])).toThrow(/^sqrt: .* as adjoint of operand 0, from 1 /);
  });

  test("born in the addition of adjoints: of an input, of a result, of opposite infinities", () => {
    const twice = (x: Scalar) => add(mul(1e308, x), mul(1e308, x));
    expect(gradient(twice)(1e-300)).toBe(Infinity);
    const error = anomalyOf(() => gradient(detectAnomaly(twice))(1e-300));
    expect(error).toMatchObject({ operation: "mul", phase: "adjoint" });
    expect(error.message).toMatch(
      /^mul: expected a finite adjoint, got Infinity as sum of adjoints of operand 1, of 1e308 from here and 1e308 from its later uses, in mul\(1e308, 1e-300\)/,
    );
    const inner = detectAnomaly((x: Scalar) => twice(mul(1e-300, x)));
    expect(() => gradient(inner)(1)).toThrow(
      /^mul: .*sum of adjoints of operand 1, .*in mul\(1e308, 1e-300\)/,
    );
    const opposite = detectAnomaly((x: Scalar) => sub(mul(x, 2), mul(x, 2)));
    expect(() => vjp(opposite)(1, Infinity)).toThrow(
      /^mul: .*got NaN as sum of adjoints of operand 0/,
    );
    expect(vjp(detectAnomaly((x: Scalar) => add(x, x)))(1, Infinity).cotangent).toBe(Infinity);
  });

  test("an exact zero annihilates: what does not count is no anomaly", () => {
    const f = (x: Scalar) => where("gt", x, 0, sqrt(x), 0);
    expect(slope((x) => detectAnomaly(f)(x))(0)).toBe(0);
  });

  test("in the second derivative only", () => {
    // x^1.5 = x·√x has the slope 1.5·√x, which is finite at 0 as a limit only; x²·√x has curvature 0.
    const f = (x: Scalar) => mul(square(x), sin(x));
    expect(slope(slope((x) => detectAnomaly(f)(x)))(0.5)).toBe(slope(slope(f))(0.5));
    const g = (x: Scalar) => slope((y) => mul(y, sqrt(y)))(x);
    expect(gradient((x: Scalar) => g(x))(1)).toBeCloseTo(0.75, 15);
    expect(() => gradient(detectAnomaly(g))(0)).toThrow(AnomalyError);
  });
});

describe("the same function", () => {
  test("values and gradients to the last bit", () => {
    const f = ({ x, k }: { x: Vector; k: Scalar }) =>
      add(sum(exp(mul(k, sin(x)))), mul(stopGradient(k), sqrt(sum(square(x)))));
    const at = { x: Float64Array.of(0.3, -0.7), k: 1.3 };
    expect(valueAndGradient(detectAnomaly(f))(at)).toEqual(valueAndGradient(f)(at));
    const g = ([x, y]: Scalars<2>) => [mul(x, y), sum(vector([x, y, 7]))];
    expect(jacobian(detectAnomaly(g))([2, 3])).toEqual(jacobian(g)([2, 3]));
    expect(jacobian(detectAnomaly(([x, y]) => [x, 1, y]))([2, 3]).toJSON()).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  test("one that compares, and takes an array apart", () => {
    const f = (v: Vector): Scalar => {
      const [first, ...rest] = v;
      return rest.reduce<Scalar>((sum, x) => (lt(x, 0) ? sum : add(sum, mul(first!, x))), 0);
    };
    const x = Float64Array.of(2, -3, 5, 7);
    expect(detectAnomaly(f)(x)).toBe(24);
    expect(gradient(detectAnomaly(f))(x)).toEqual(Float64Array.of(12, 0, 2, 2));
  });

  test("constants go through, checkpoints are seen into", () => {
    const f = (x: Scalar, k: number) => mul(k, x);
    expect(gradient(detectAnomaly(f))(2, 5)).toBe(5);
    const block = checkpoint((x: Scalar): Scalar => log(x));
    expect(() => gradient(detectAnomaly((x: Scalar) => block(x)))(-1)).toThrow(/^log: /);
  });

  test("stacks are as long as before", () => {
    const before = Error.stackTraceLimit;
    expect(() => detectAnomaly((x: Scalar) => log(x))(-1)).toThrow(AnomalyError);
    expect(Error.stackTraceLimit).toBe(before);
  });
});
