import {
  type Scalar,
  type Scalars,
  DomainError,
  JacobianError,
  ShapeError,
  abs,
  relu,
} from "@jacobian/core";
import { expect, test } from "vitest";
import {
  bundleMethod,
  clarke,
  gradientSampling,
  jacobian,
  kinks,
  kinksAlong,
  l1Norm,
  lexicographic,
  moreauEnvelope,
  nearestPoint,
  nonsmoothBfgs,
  semismoothNewton,
  subgradient,
  subgradientMethod,
  withConventions,
} from "./index.ts";

/** What only a program without types passes. */
const wrong = (x: unknown): never => x as never;

const f = (x: Scalar): Scalar => abs(x);
const F = ([x]: Scalars<1>): readonly Scalar[] => [x];

test.each<[string, () => unknown, string]>([
  ["clarke", () => clarke(f, wrong(null)), "clarke: expected { limit, samples }, got null;"],
  ["an option", () => clarke(f, wrong({ limits: 3 })), "clarke: expected { limit, samples }, got"],
  ["kinks", () => kinks(f, wrong(null)), "kinks: expected { tolerance }, got null;"],
  ["kinksAlong", () => kinksAlong(f, wrong(1)), "kinksAlong: expected { tolerance }, got 1;"],
  ["a path", () => kinksAlong(f)(wrong(3)), "kinksAlong: expected a list of points, got 3;"],
  ["jacobian", () => jacobian(f, wrong(null)), "jacobian: expected { directions }, got null;"],
  ["subgradient", () => subgradient(f, wrong([])), "subgradient: expected { directions }, got"],
  [
    "directions",
    () => lexicographic(f, wrong({ directions: 1 })),
    "lexicographic: expected a list of directions as directions, got 1;",
  ],
  [
    "conventions",
    () => withConventions(wrong(null), relu),
    "withConventions: expected conventions by name, got null;",
  ],
  [
    "conventions last",
    () => withConventions(wrong(relu), wrong({ relu: 1 })),
    "withConventions: expected conventions by name, got",
  ],
  [
    "an envelope of nothing",
    () => moreauEnvelope(wrong(null), 1),
    "moreauEnvelope: expected an object with value and prox, got null;",
  ],
  [
    "an envelope of a function",
    () => moreauEnvelope(wrong(l1Norm), 1),
    "moreauEnvelope: expected an object with value and prox, got",
  ],
  [
    "an oracle that gives nothing",
    () => bundleMethod(f, { oracle: wrong(() => 3) })(1),
    "bundleMethod: expected an oracle that gives a function of x, got 3;",
  ],
  [
    "an oracle without a gradient",
    () => nonsmoothBfgs(f, { oracle: () => () => wrong({ value: 1 }) })(1),
    "nonsmoothBfgs: expected an oracle that gives { value, gradient }, got",
  ],
  [
    "an oracle that answers nothing",
    () => gradientSampling(f, { oracle: () => () => wrong(undefined) })(1),
    "gradientSampling: expected an oracle that gives { value, gradient }, got undefined;",
  ],
  [
    "a proximal map that gives nothing",
    () => subgradientMethod(f, { term: { value: () => 0, prox: () => wrong(undefined) } })(1),
    "subgradientMethod: expected a vector of 1 by the proximal map of the term, got undefined;",
  ],
  [
    "a term without a value",
    () => subgradientMethod(f, { term: { value: () => wrong("0"), prox: (x) => x } })(1),
    "subgradientMethod: expected a number for the value of the term, got",
  ],
  [
    "a sample that is no list",
    () => subgradientMethod(f, { sample: () => wrong(2) })(1),
    "subgradientMethod: expected a list of constants from sample, got 2;",
  ],
])("%s", (_name, call, message) => {
  expect(call).toThrow(DomainError);
  expect(call).toThrow(message);
});

test.each<[string, () => unknown, string]>([
  ["no points", () => nearestPoint(wrong(3)), "nearestPoint: expected a list of points, got 3;"],
  ["null", () => nearestPoint(wrong(null)), "nearestPoint: expected a list of points, got null;"],
  ["numbers", () => nearestPoint(wrong([1, 2])), "nearestPoint: expected points of one length,"],
  ["null as a point", () => nearestPoint(wrong([null])), "nearestPoint: expected points of one"],
  [
    "a Jacobian that is none",
    () => semismoothNewton(F, { jacobian: () => () => 3 })([1]),
    "semismoothNewton: expected a 1×1 matrix from jacobian, got 3;",
  ],
])("of another shape: %s", (_name, call, message) => {
  expect(call).toThrow(ShapeError);
  expect(call).toThrow(message);
});

test("a method of no function, no start, or options that are none", () => {
  for (const method of [bundleMethod, nonsmoothBfgs, gradientSampling, subgradientMethod]) {
    expect(() => method(wrong(null))(wrong(1))).toThrow(JacobianError);
    expect(() => method(f)(wrong(null))).toThrow(JacobianError);
    expect(() => method(f, wrong(null))(1)).toThrow(DomainError);
    expect(() => method(f, wrong({ limit: "3" }))(1)).toThrow(DomainError);
    expect(() => method(f, wrong({ signal: {} }))(1)).toThrow(DomainError);
    expect(() => method(f, wrong({ onStep: 1 }))(1)).toThrow(DomainError);
  }
});
