import { type Matrix, type MatrixValue, leavesOf } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { differentiable } from "./composites.ts";
import { type AnyFunction, engines, nameOf, orders } from "./engines.ts";
import { numbersOf } from "./numbers.ts";
import {
  type Refusal,
  allowed,
  withoutDerivative,
  withoutSecondDerivative,
  withoutValue,
} from "./refusals.ts";

const listed =
  (of: Refusal["of"]): AnyFunction =>
  (A) =>
    // The input of each is a matrix.
    leavesOf("refusals", differentiable(of(A as MatrixValue)));

const refuses = (run: () => unknown, { error, says }: Refusal): void => {
  expect(run).toThrow(error);
  expect(run).toThrow(says);
};

type Roads = readonly (readonly [string, () => unknown])[];

const secondRoads = (f: AnyFunction, A: Matrix): Roads =>
  orders(2).map((order) => {
    const [outer, within] = order;
    return [nameOf(order), () => within && outer?.jacobian(within.jacobian(f))(A)];
  });

/** Every road to a derivative of first and second order. */
const roads = (f: AnyFunction, A: Matrix): Roads => [
  ...engines.map(({ name, jacobian }) => [name, () => jacobian(f)(A)] as const),
  ...secondRoads(f, A),
];

describe.each(Object.entries(withoutDerivative))("%s: a value, no derivative", (_, refusal) => {
  const f = listed(refusal.of);

  test("has a value", () => {
    expect(numbersOf(f(refusal.A)).every(Number.isFinite)).toBe(true);
  });

  test.each(roads(f, refusal.A))("%s", (_, derivative) => {
    refuses(derivative, refusal);
  });
});

describe.each(Object.entries(withoutSecondDerivative))("%s: a gradient alone", (_, refusal) => {
  const f = listed(refusal.of);

  test.each(engines.map(({ name, jacobian }) => [name, jacobian] as const))("%s", (_, jacobian) => {
    expect(numbersOf(jacobian(f)(refusal.A)).every(Number.isFinite)).toBe(true);
  });

  test.each(secondRoads(f, refusal.A))("%s", (_, derivative) => {
    refuses(derivative, refusal);
  });
});

describe.each(Object.entries(withoutValue))("%s: no value", (_, refusal) => {
  const f = listed(refusal.of);

  test("plain", () => {
    refuses(() => f(refusal.A), refusal);
  });

  test.each(roads(f, refusal.A))("%s", (_, derivative) => {
    refuses(derivative, refusal);
  });
});

test.each(Object.entries(allowed))("%s has a derivative in both modes", (_, [of, A]) => {
  const [forward, reverse] = engines.map(({ jacobian }) => numbersOf(jacobian(listed(of))(A)));
  expect(forward?.every(Number.isFinite)).toBe(true);
  forward?.forEach((entry, k) => {
    expect(reverse?.[k]).toBeCloseTo(entry, 13);
  });
});
