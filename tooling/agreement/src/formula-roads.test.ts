import * as core from "@jacobian/core";
import * as special from "@jacobian/core/special";
import * as linalg from "@jacobian/linalg";
import * as symbolic from "@jacobian/symbolic";
import { pointOf, scenarios } from "@tooling/conformance";
import type { Scenario } from "@tooling/conformance";
import { expect, test } from "vitest";
import type { AnyFunction } from "./engines.ts";
import { jvp } from "./engines.ts";
import { jacobianOf, traced } from "./formulas.ts";
import { differ, largest, shapedLike } from "./numbers.ts";
import { primitivesOf, program } from "./primitives.ts";
import type { Primitive } from "./primitives.ts";
import { samplesOf } from "./samples.ts";

/** What is read, or nothing where it must be compared or has no formula. */
const whereDecided = <T>(run: () => T): readonly T[] => {
  try {
    return [run()];
  } catch (error) {
    if (error instanceof core.UndecidedError) return [];
    throw error;
  }
};

const functionOf = (scenario: Scenario): AnyFunction => scenario.f(core, linalg);

const all = scenarios.map((scenario) => {
  const x = pointOf(scenario, core);
  const [formulas] = whereDecided(() => traced(functionOf(scenario), x));
  return { scenario, name: scenario.name, x, formulas };
});

const known = all.flatMap(({ formulas, ...rest }) => (formulas ? [{ ...rest, formulas }] : []));

/** Tangents of dual numbers made of formulas. */
const pushed = known.flatMap(({ scenario, name, x, formulas }) => {
  const v = formulas.variables.map((_, k) => Math.cos(k));
  const f = functionOf(scenario);
  const results = whereDecided(() => jvp(f, formulas.lifted, shapedLike(x, v)).tangent);
  return results.map((tangent) => ({ scenario, name, formulas, v, tangent }));
});

const toleranceOf = ({ tolerance }: Scenario, expected: readonly number[]): number =>
  (tolerance?.relative ?? 1e-12) * (1 + largest(expected));

test("only what is known by its values has no formula", () => {
  const unread = all.filter(({ formulas }) => formulas === undefined);
  expect(unread.map(({ name }) => name)).toEqual([
    "inverse",
    "logarithm of the determinant",
    "solution of a linear system, in both",
    "least squares by the normal equations, in the data",
  ]);
});

test("what linalg states of det and hstack reads in entries", () => {
  const names = "a b c d e f g h i";
  const entries = symbolic.symbols(names);
  const A = core.matrix([entries.slice(0, 3), entries.slice(3, 6), entries.slice(6)]);
  const at = Object.fromEntries(names.split(" ").map((name, k) => [name, Math.sin(3 * k)]));
  const [ours, theirs] = [linalg.det(A), symbolic.det(A)];
  const difference = symbolic.evaluate(core.sub(ours, theirs), at);
  expect(Math.abs(difference)).toBeLessThanOrEqual(1e-14);
  const [a, b] = entries;
  const beside = linalg.hstack(core.matrix([[a], [b]]), core.vector([b, 1]));
  expect(symbolic.toText(beside)).toBe("[[a, b], [b, 1]]");
});

test.each(known)("$name has the value and Jacobian that are known", ({ scenario, x, formulas }) => {
  const { at, outputs } = formulas;
  const [value, jacobian] = [scenario.value(x), scenario.jacobian(x).flat()];
  expect(differ("value", value, at(outputs), toleranceOf(scenario, value))).toEqual([]);
  const got = at(jacobianOf(formulas));
  expect(differ("Jacobian", jacobian, got, toleranceOf(scenario, jacobian))).toEqual([]);
});

test("only kinks keep dual numbers from being made of formulas: they are decided by values", () => {
  const names = new Set(pushed.map(({ name }) => name));
  const others = known.filter(({ name }) => !names.has(name));
  expect(others.map(({ name }) => name)).toEqual([
    "relu network W₂·relu(W₁x)",
    "|x| on both sides",
    "max and min of two",
    "clamp to [−1, 2]: below, inside, above",
    "leaky relu, slope 0.1",
    "where chooses between two formulas",
    "largest and smallest entry of a vector",
    "squared hinge loss",
  ]);
});

test.each(pushed)(
  "$name by dual numbers made of formulas",
  ({ scenario, formulas, v, tangent }) => {
    const { at, outputs, variables } = formulas;
    const expected = at(symbolic.directional(core.leavesOf("outputs", outputs), variables, v));
    const tolerance = toleranceOf(scenario, expected);
    expect(differ("tangent", expected, at(tangent), tolerance)).toEqual([]);
  },
);

const smooth = primitivesOf(core, special).filter(
  ({ rule }) => (rule.kind === "unary" || rule.kind === "binary") && rule.smooth !== undefined,
);

/** The third derivative of a primitive at its first sample of numbers, along a direction, by both roads. */
const thirdOrder = (primitive: Primitive) => {
  const sample = samplesOf(primitive.name, "interior").find(({ inputs }) =>
    inputs.every((x) => typeof x === "number"),
  ) ?? { inputs: [] };
  const f: AnyFunction = (x) => program(primitive, sample.statics)(x as readonly core.Value[]);
  const { lifted, outputs, variables, at } = traced(f, sample.inputs);
  const v = variables.map((_, k) => Math.cos(k));
  const thrice = [1, 2, 3];
  const pushed = thrice.reduce<AnyFunction>((g) => (x) => jvp(g, x, v).tangent, f);
  const slope = thrice.reduce<readonly core.Value[]>(
    (formulas) => symbolic.directional(formulas, variables, v),
    core.leavesOf("outputs", outputs),
  );
  return { expected: at(slope), got: at(pushed(lifted)) };
};

const thirds = smooth.flatMap((primitive) =>
  whereDecided(() => ({ name: primitive.name, ...thirdOrder(primitive) })),
);

test.each(thirds)("$name by dual numbers of dual numbers of dual numbers of formulas", (third) => {
  const { expected, got } = third;
  expect(expected).toHaveLength(1);
  expect(differ("third order", expected, got, 1e-10 * (1 + largest(expected)))).toEqual([]);
});

test("only two have partial derivatives that choose by values at an edge", () => {
  const names = new Set(thirds.map(({ name }) => name));
  expect(smooth.filter(({ name }) => !names.has(name)).map(({ name }) => name)).toEqual([
    "hypot",
    "pow",
  ]);
});
