import * as core from "@jacobian/core";
import * as special from "@jacobian/core/special";
import * as symbolic from "@jacobian/symbolic";
import { describe, expect, test } from "vitest";
import { engines, nameOf, orders } from "./engines.ts";
import { jacobianOf, traced } from "./formulas.ts";
import { repeated } from "./nested.ts";
import { differ, failures, largest, numbersOf } from "./numbers.ts";
import type { Primitive } from "./primitives.ts";
import { primitivesOf, program } from "./primitives.ts";
import type { Sample } from "./samples.ts";
import { samplesOf } from "./samples.ts";
import * as user from "./user-primitives.ts";
import { userSamples } from "./user-primitives.ts";

/** Formulas are those of real numbers: not accurate where a stable form would be. */
const rounding = 1e-10;

/** Of each engine by differences from formulas, at first and second order. */
const disagreements = (primitive: Primitive, { inputs, statics }: Sample): string[] => {
  const f = program(primitive, statics);
  const formulas = traced((x) => f(x as readonly core.Value[]), inputs);
  const jacobian = jacobianOf(formulas);
  const second = symbolic.jacobian(jacobian, formulas.variables);
  const compare = (what: string, expected: readonly number[], got: readonly number[]) =>
    differ(what, expected, got, rounding * (1 + largest(expected)));
  const generic = (x: unknown): unknown => f(x as readonly core.Value[]);
  return [
    ...compare("value", numbersOf(f(inputs)), formulas.at(formulas.outputs)),
    ...engines.flatMap((engine) =>
      compare(
        `first by ${engine.name}`,
        numbersOf(engine.jacobian(generic)(inputs)),
        formulas.at(jacobian),
      ),
    ),
    ...orders(2).flatMap((order) =>
      compare(
        `second by ${nameOf(order)}`,
        numbersOf(repeated(generic, order)(inputs)),
        formulas.at(second),
      ),
    ),
  ];
};

/** Where formulas fall short of the rules, by what they are made of: 0/0, ∞/∞ and ∞ itself. */
const edges: Readonly<Record<string, (entries: readonly number[]) => boolean>> = {
  norm2: (entries) => entries.every((x) => x === 0),
  hypot: (entries) => entries.every((x) => x === 0),
  logsumexp: (entries) => largest(entries) > 700,
};

const isEdge = ({ name }: Primitive, { inputs }: Sample): boolean =>
  edges[name]?.(numbersOf(inputs)) ?? false;

const check = (primitive: Primitive, samples: readonly Sample[]): string[] =>
  samples
    .filter((sample) => !isEdge(primitive, sample))
    .flatMap((sample) => failures(primitive.name, () => disagreements(primitive, sample)));

describe.each(primitivesOf(core, special))("the formula of $name", (primitive) => {
  test("agrees with numbers in value, first and second derivatives", () => {
    expect(check(primitive, samplesOf(primitive.name, "interior"))).toEqual([]);
  });
  test("keeps its convention at ties", () => {
    expect(check(primitive, samplesOf(primitive.name, "tie"))).toEqual([]);
  });
});

test.each(Object.keys(edges))("%s is excused at its edge because it still falls short", (name) => {
  const wrong = primitivesOf(core)
    .filter((primitive) => primitive.name === name)
    .flatMap((primitive) =>
      samplesOf(name)
        .filter((sample) => isEdge(primitive, sample))
        .flatMap((sample) => disagreements(primitive, sample)),
    );
  expect(wrong).not.toEqual([]);
});

/** What is known by its values only has no formula. */
const opaque = new Set(["polarForm", "transposedPolarForm"]);

describe.each(primitivesOf(user).filter(({ name }) => !opaque.has(name)))(
  "the formula of a user's own $name",
  (primitive) => {
    test("agrees with numbers in value, first and second derivatives", () => {
      expect(check(primitive, userSamples[primitive.name] ?? [])).toEqual([]);
    });
  },
);
