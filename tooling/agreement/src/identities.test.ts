import { type MatrixValue, leavesOf } from "@jacobian/core";
import { random, seedOf } from "@tooling/conformance";
import { describe, expect, test } from "vitest";
import { stretched } from "./differences.ts";
import { type AnyFunction, engines, nameOf, orders } from "./engines.ts";
import { identities } from "./identities.ts";
import { differ, failures, largest, numbersOf, shapedLike } from "./numbers.ts";
import { structuredMatrices } from "./structured-matrices.ts";

/** What rounding leaves between two roads at each order, relative to the largest entry and to 1. */
const rounding = [1e-13, 1e-12, 1e-11] as const;

type Side = (A: MatrixValue) => unknown;

const listed =
  (side: Side): AnyFunction =>
  (A) =>
    // The input of each is a matrix.
    leavesOf("identity", side(A as MatrixValue));

/** In words, where the sides differ: values, Jacobians, and gradients of ⟨w, J·v⟩ in every order. */
const differences = (left: AnyFunction, right: AnyFunction, A: unknown, v: unknown, w: unknown) => {
  const compare = (what: string, order: 0 | 1 | 2, of: (f: AnyFunction) => unknown): string[] => {
    const expected = numbersOf(of(right));
    return differ(
      what,
      expected,
      numbersOf(of(left)),
      rounding[order] * Math.max(1, largest(expected)),
    );
  };
  return [
    ...compare("value", 0, (f) => f(A)),
    ...engines.flatMap(({ name, jacobian }) =>
      compare(`Jacobian by ${name}`, 1, (f) => jacobian(f)(A)),
    ),
    ...orders(2).flatMap((order) => {
      const [outer, within] = order;
      const gradient = (f: AnyFunction) => within && outer?.gradient(within.contract(f, v, w))(A);
      return compare(`second order by ${nameOf(order)}`, 2, gradient);
    }),
  ];
};

describe.each(identities)("$name", ({ name, left, right, needs }) => {
  const [f, g] = [listed(left), listed(right)];
  const traits = [...needs, "well conditioned"] as const;
  const fitting = structuredMatrices.filter((each) =>
    traits.every((trait) => each.traits.has(trait)),
  );

  test.each(fitting)("$kind", ({ A }) => {
    const draw = random(seedOf(name));
    const v = stretched(A, draw);
    const wrong = failures(name, () => {
      const y = g(A);
      return differences(f, g, A, v, shapedLike(y, numbersOf(y).map(draw)));
    });
    expect(wrong).toEqual([]);
  });
});
