/// <reference types="vite/types/importMeta.d.ts" />
import {
  type BinaryRule,
  type Plain,
  type StructuredRule,
  type UnaryRule,
  plainOf,
  shapeOf,
  sizeOf,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomVector, relativeError } from "../test-support/matrices.ts";
import { derivativeAlong, entries, inner, plainRule } from "../test-support/rules.ts";
import * as linalg from "./index.ts";

type Rule = UnaryRule<unknown> | BinaryRule<unknown> | StructuredRule<unknown>;
interface Sample {
  readonly inputs: readonly Plain[];
  readonly statics?: unknown;
}
type Table = Readonly<Record<string, readonly Sample[]>>;

const rules: readonly Rule[] = Object.values(linalg).flatMap((exported: unknown) =>
  // What carries a rule is a primitive.
  typeof exported === "function" && "rule" in exported ? [exported.rule as Rule] : [],
);
const tables = import.meta.glob<Table>("./**/*.samples.ts", { eager: true, import: "samples" });
const samples: Table = Object.assign({}, ...Object.values(tables)) as Table;

const randomLike = (values: readonly Plain[], seed: number): Plain[] =>
  values.map((x, k) => plainOf(shapeOf(x), randomVector(sizeOf(shapeOf(x)), seed + k)));

test("every primitive has samples, and samples are those of exported functions", () => {
  const stated = Object.keys(samples);
  expect(rules.map(({ name }) => name).filter((name) => !stated.includes(name))).toEqual([]);
  const known = [...Object.keys(linalg), ...rules.map(({ name }) => name)];
  expect(stated.filter((name) => !known.includes(name))).toEqual([]);
});

describe.each(rules)("$name", (rule) => {
  test.each(samples[rule.name] ?? [])(
    "its tangent is the limit of differences, %#",
    ({ inputs, statics }) => {
      const { value, tangent } = plainRule(rule, statics);
      const directions = randomLike(inputs, 1);
      const exact = entries(tangent(inputs, directions));
      expect(relativeError(derivativeAlong(value, inputs, directions), exact)).toBeLessThan(1e-9);
    },
  );

  const { formula } = rule.traits;
  test.each(formula === undefined ? [] : (samples[rule.name] ?? []))(
    "the formula that it states has its value, %#",
    ({ inputs, statics }) => {
      const expected = entries(plainRule(rule, statics).value(inputs));
      // Of plain inputs it is plain; the statics are its own.
      const found = entries((formula?.(inputs, statics as never) ?? []) as readonly Plain[]);
      expect(found.length).toBe(expected.length);
      // Where terms cancel it has the digits of the terms.
      found.forEach((entry, k) => {
        expect(entry).toBeCloseTo(expected[k]!, 12);
      });
    },
  );

  const stated = plainRule(rule, undefined).adjoint !== undefined;
  test.each(stated ? (samples[rule.name] ?? []) : [])(
    "⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩, %#",
    ({ inputs, statics }) => {
      const { value, tangent, adjoint } = plainRule(rule, statics);
      const v = randomLike(inputs, 2);
      const w = randomLike(value(inputs), 3);
      const forward = inner(w, tangent(inputs, v));
      expect(inner(adjoint?.(inputs, w) ?? [], v)).toBeCloseTo(forward, 12);
    },
  );
});
