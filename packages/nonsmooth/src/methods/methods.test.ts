import {
  DomainError,
  LevelError,
  OperatorError,
  type Scalar,
  type Scalars,
  ShapeError,
  abs,
  add,
  at,
  matrix,
  mul,
  sqrt,
  square,
  sub,
  sum,
  type Vector,
} from "@jacobian/core";
import { jvp } from "@jacobian/dual";
import { describe, expect, test } from "vitest";
import { bundleMethod } from "./bundle-method.ts";
import { gradientSampling } from "./gradient-sampling.ts";
import { nonsmoothBfgs } from "./nonsmooth-bfgs.ts";
import type { Progress } from "./types.ts";
import { polyak } from "./step-rules.ts";
import { subgradientMethod } from "./subgradient-method.ts";

const methods = { bundleMethod, gradientSampling, nonsmoothBfgs, subgradientMethod };

/** |x − 1| + 2|y + 3|, least at (1, −3). */
const corner = ([x, y]: Scalars<2>): Scalar => add(abs(sub(x, 1)), mul(2, abs(add(y, 3))));

const byHand = () => (x: readonly number[]) => ({
  value: Math.abs(x[0]! - 1) + 2 * Math.abs(x[1]! + 3),
  gradient: [Math.sign(x[0]! - 1), 2 * Math.sign(x[1]! + 3)],
});

const steps = polyak(0);

describe.each(Object.entries(methods))("%s", (name, method) => {
  const options = name === "subgradientMethod" ? { steps } : {};

  test.each([
    ["what is no object", 3, "expected { oracle, limit, signal, onStep"],
    ["an unknown option", { tolerence: 1 }, "the option tolerence"],
    ["a limit that is no number of steps", { limit: 1.5 }, "a whole number from 0 on as limit"],
    ["a seed or size below 0", { radius: -1 }, "a number above 0 as radius"],
    ["an oracle that is no function", { oracle: {} }, "a function as oracle"],
    ["a signal that is none", { signal: true }, "an AbortSignal as signal"],
  ])("refuses %s", (_, wrong, message) => {
    // As from a program that is not type-checked.
    expect(() => method(corner, wrong as object)).toThrow(DomainError);
    expect(() => method(corner, wrong as object)).toThrow(message);
  });

  test("refuses what is no function, several outputs, and a start where f is not finite", () => {
    // As from a program that is not type-checked.
    expect(() => method(3 as never)([1, 2])).toThrow(OperatorError);
    const two = (([x, y]: Scalars<2>) => [x, y]) as never as typeof corner;
    expect(() => method(two)([1, 2])).toThrow(ShapeError);
    const root = ([x]: Scalars<2>): Scalar => sqrt(x);
    expect(() => method(root)([-1, 0])).toThrow(
      "expected a finite value and gradient at the start",
    );
  });

  test("refuses a gradient in another container, and the elements of a derivative around it", () => {
    const oracle = () => () => ({ value: 1, gradient: [1] });
    expect(() => method(corner, { oracle })([1, 2])).toThrow(ShapeError);
    const least = ([x, y]: Scalars<2>): Scalar => method(corner)([x, y]).value;
    expect(() => jvp(least)([1, 2], [1, 0])).toThrow(LevelError);
  });

  test("finds a corner, in the container of its start", () => {
    const { x, value, reason, stationarity } = method(corner, options)([5, 4]);
    expect(value).toBeLessThan(2e-6);
    expect(x[0]).toBeCloseTo(1, 5);
    expect(x[1]).toBeCloseTo(-3, 5);
    expect(["stationary", "optimal", "target", "limit"]).toContain(reason);
    expect(stationarity.distance).toBeGreaterThanOrEqual(0);
  });

  test("takes objects of matrices and vectors, and constants", () => {
    type Weights = { readonly w: ReturnType<typeof matrix>; readonly b: Vector };
    const f = ({ w, b }: Weights, c: number): Scalar =>
      // The entries of a matrix and of a vector.
      add(sum(abs(sub(w, c))), abs(sub(at(b, 0), 7)));
    const start = { w: matrix([[4, 1]]), b: Float64Array.of(6) };
    const { x, value } = method(f, options)(start, 2);
    expect(value).toBeLessThan(1e-5);
    expect(x.w.shape).toEqual([1, 2]);
    expect(x.w.data[1]).toBeCloseTo(2, 4);
    expect(x.b[0]).toBeCloseTo(7, 4);
    expect(start.w.data).toEqual(Float64Array.of(4, 1));
  });

  test("takes value and gradient from an oracle, and counts what it asks", () => {
    let [values, subgradients] = [0, 0];
    const f = (x: readonly number[]): number => {
      values++;
      return byHand()(x).value;
    };
    const oracle = () => (x: readonly number[]) => {
      subgradients++;
      return byHand()(x);
    };
    const { value, evaluations } = method(f, { ...options, oracle })([5, 4]);
    expect(value).toBeLessThan(2e-6);
    expect(evaluations).toEqual({ values, subgradients });
  });

  test("tells of every step, and keeps them", () => {
    const told: Progress<readonly Scalar[]>[] = [];
    const { history, steps: made } = method(corner, {
      ...options,
      onStep: (progress) => told.push(progress),
    })([5, 4]);
    expect(told).toHaveLength(made + 1);
    expect(told[0]).toMatchObject({ step: 0, x: [5, 4], value: 18 });
    expect(told.map(({ step, value }) => [step, value])).toEqual(
      history.map(({ step, value }) => [step, value]),
    );
  });

  test("ends at the limit, and when the signal is aborted", () => {
    expect(method(corner, { ...options, limit: 2 })([5, 4])).toMatchObject({
      reason: "limit",
      steps: 2,
    });
    expect(method(corner, { limit: 0 })([5, 4])).toMatchObject({ x: [5, 4], value: 18, steps: 0 });
    const controller = new AbortController();
    const onStep = ({ step }: { readonly step: number }): void => {
      if (step === 3) controller.abort();
    };
    const { signal } = controller;
    const ended = method(corner, { ...options, signal, onStep })([5, 4]);
    expect(ended).toMatchObject({ reason: "aborted", steps: 3 });
  });

  test("does not walk to where the gradient is not finite, and says so", () => {
    const oracle = () => (x: readonly number[]) => ({
      value: Math.abs(x[0]!),
      gradient: [Math.abs(x[0]!) < 0.5 ? NaN : Math.sign(x[0]!)],
    });
    const f = ([x]: readonly number[]): number => Math.abs(x!);
    const { x, reason, stationarity } = method(f, { oracle })([1]);
    expect(reason).toBe("stalled");
    expect(x[0]).toBeGreaterThanOrEqual(0.5);
    expect(stationarity.distance).toBeLessThanOrEqual(1);
  });

  test("ends at −∞, whatever the gradient there", () => {
    const oracle = () => (x: readonly number[]) => ({
      value: x[0]! > 0 ? x[0]! : -Infinity,
      gradient: [x[0]! > 0 ? 1 : 0],
    });
    const f = ([x]: readonly number[]): number => (x! > 0 ? x! : -Infinity);
    expect(method(f, { oracle })([1])).toMatchObject({ reason: "unbounded", value: -Infinity });
  });

  test("lengths whose squares underflow are not 0", () => {
    const f = ([x]: Scalars<1>): Scalar => mul(1e-200, abs(x));
    const { stationarity } = method(f, { limit: 0 })([1]);
    expect(stationarity.distance).toBeCloseTo(1e-200, 210);
    expect(stationarity.distance).toBeGreaterThan(0);
  });

  test("repeats itself", () => {
    expect(method(corner, options)([5, 4])).toEqual(method(corner, options)([5, 4]));
  });

  test("is at home on smooth functions", () => {
    const f = ([x, y]: Scalars<2>): Scalar => add(square(sub(x, 1)), square(y));
    expect(method(f, options)([3, 2]).value).toBeLessThan(1e-5);
  });
});
