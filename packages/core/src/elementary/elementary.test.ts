import { describe, expect, test } from "vitest";
import { slope } from "../../test-support/push.ts";
import {
  acos,
  acosh,
  asin,
  atan2,
  atanh,
  cbrt,
  cos,
  cosh,
  cospi,
  exp,
  exp2,
  expm1,
  hypot,
  log,
  log10,
  log1p,
  log2,
  logaddexp,
  logit,
  pow,
  sigmoid,
  sinpi,
  softplus,
  sqrt,
  tan,
  tanh,
  xlogy,
  type Value,
} from "../index.ts";

describe("outside the domain the value is NaN, at its edge what IEEE 754 gives", () => {
  test.each([
    ["log(-1)", log(-1), NaN],
    ["log(0)", log(0), -Infinity],
    ["log1p(-1)", log1p(-1), -Infinity],
    ["log1p(-2)", log1p(-2), NaN],
    ["log2(-1)", log2(-1), NaN],
    ["log10(0)", log10(0), -Infinity],
    ["sqrt(-1)", sqrt(-1), NaN],
    ["sqrt(-0)", sqrt(-0), -0],
    ["asin(1.5)", asin(1.5), NaN],
    ["acos(-1.5)", acos(-1.5), NaN],
    ["acosh(0.5)", acosh(0.5), NaN],
    ["acosh(1)", acosh(1), 0],
    ["atanh(1)", atanh(1), Infinity],
    ["atanh(-2)", atanh(-2), NaN],
    ["logit(0)", logit(0), -Infinity],
    ["logit(1)", logit(1), Infinity],
    ["logit(1.5)", logit(1.5), NaN],
    ["pow(-8, 1/3)", pow(-8, 1 / 3), NaN],
    ["pow(0, 0)", pow(0, 0), 1],
    ["pow(0, -1)", pow(0, -1), Infinity],
    ["cbrt(-8)", cbrt(-8), -2],
    ["exp(-Infinity)", exp(-Infinity), 0],
    ["exp(710)", exp(710), Infinity],
    ["exp(NaN)", exp(NaN), NaN],
    ["hypot(Infinity, NaN)", hypot(Infinity, NaN), Infinity],
    ["atan2(0, -1)", atan2(0, -1), Math.PI],
    ["atan2(-0, -1)", atan2(-0, -1), -Math.PI],
    ["xlogy(0, 0)", xlogy(0, 0), 0],
    ["xlogy(0, NaN)", xlogy(0, NaN), NaN],
    ["logaddexp(-Infinity, -Infinity)", logaddexp(-Infinity, -Infinity), -Infinity],
    ["logaddexp(-Infinity, 3)", logaddexp(-Infinity, 3), 3],
  ])("%s", (_call, got, expected) => {
    expect(got).toBe(expected);
  });
});

describe("nothing overflows or cancels that need not", () => {
  test.each([
    ["expm1(1e-20)", expm1(1e-20), 1e-20],
    ["log1p(1e-20)", log1p(1e-20), 1e-20],
    ["exp2(10)", exp2(10), 1024],
    ["hypot(3e200, 4e200)", hypot(3e200, 4e200), 5e200],
    ["hypot(3e-200, 4e-200)", hypot(3e-200, 4e-200), 5e-200],
    ["sigmoid(-800)", sigmoid(-800), 0],
    ["sigmoid(800)", sigmoid(800), 1],
    ["softplus(800)", softplus(800), 800],
    ["logaddexp(1000, 0)", logaddexp(1000, 0), 1000],
    ["sinpi(1)", sinpi(1), 0],
    ["sinpi(1e15 + 0.5)", sinpi(1e15 + 0.5), 1],
    ["cospi(0.5)", cospi(0.5), 0],
    ["cospi(1)", cospi(1), -1],
  ])("%s", (_call, got, expected) => {
    expect(Math.abs(got - expected)).toBeLessThanOrEqual(2 ** -51 * Math.abs(expected));
  });
});

describe("derivatives far out and at edges", () => {
  const at = (f: (x: Value) => Value, x: number): number => slope(f, x) as number;
  const second = (f: (x: Value) => Value, x: number): number =>
    slope((t) => slope(f, t), x) as number;

  test("tanh′ keeps its digits where 1 − tanh² has none", () => {
    expect(at(tanh, 20) / (4 * Math.exp(-40))).toBeCloseTo(1, 14);
    expect(at(tanh, 800)).toBe(0);
    expect(second(tanh, 800)).toBe(0);
  });

  test("σ′ keeps its digits in both tails", () => {
    expect(at(sigmoid, -40) / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(at(sigmoid, 40) / Math.exp(-40)).toBeCloseTo(1, 14);
    expect(at(softplus, -40) / Math.exp(-40)).toBeCloseTo(1, 14);
  });

  test("asin, acosh and atanh keep theirs near the edge", () => {
    const near = 1 - 2 ** -50;
    expect(at(asin, near) / Math.sqrt(2 ** 49)).toBeCloseTo(1, 14);
    expect(at(atanh, near) / 2 ** 49).toBeCloseTo(1, 14);
    expect(at(acosh, 1 + 2 ** -50) / Math.sqrt(2 ** 49)).toBeCloseTo(1, 14);
    expect(at(acosh, 1e200)).toBeCloseTo(1e-200, 214);
  });

  test.each<[string, (x: Value) => Value, number, number]>([
    ["sqrt at 0", sqrt, 0, Infinity],
    ["cbrt at 0", cbrt, 0, Infinity],
    ["log at 0", log, 0, Infinity],
    ["asin at 1", asin, 1, Infinity],
    ["acos at -1", acos, -1, -Infinity],
    ["atanh at 1", atanh, 1, Infinity],
    ["x^0 at 0", (x) => pow(x, 0), 0, 0],
    ["0^y at 0, where it jumps: as PyTorch and JAX", (y) => pow(0, y), 0, 0],
    ["x^1 at 0", (x) => pow(x, 1), 0, 1],
    ["x^2 at 0", (x) => pow(x, 2), 0, 0],
    ["0^y at 2", (y) => pow(0, y), 2, 0],
  ])("%s", (_case, f, x, expected) => {
    expect(at(f, x)).toBe(expected);
  });

  test("derivatives of higher order follow by differentiating the rule", () => {
    expect(second(exp, 1)).toBe(Math.E);
    expect(second(log, 2)).toBe(-0.25);
    expect(second(cos, 0)).toBe(-1);
    expect(second(cosh, 0)).toBe(1);
    expect(second(tan, 0)).toBe(0);
    expect(second((x) => pow(x, 3), 2)).toBe(12);
  });
});
