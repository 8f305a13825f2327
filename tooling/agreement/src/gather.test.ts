/// <reference types="vite/client" />
import { affine, at, mul, slice, square, sum, sumOver } from "@jacobian/core";
import type { Scalar, Value, Vector } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as tape from "@jacobian/tape";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** The doors through which adjoints are written. */
interface Writes {
  add: (this: Writes, node: { readonly shape: readonly number[] }, bar: Value) => void;
  addAt: (this: Writes, node: unknown, index: ArrayLike<number>, bar: Value) => void;
  chain: (this: Writes, from: number, to: number, partial: number) => void;
}

// Not exported: an import by path would break the law of imports, which the spies need not know.
const modules = import.meta.glob<Record<string, { readonly prototype: Writes }>>(
  "../../../packages/tape/src/*-adjoints.ts",
  { eager: true },
);
const prototypes = Object.values(modules).flatMap((module) =>
  Object.values(module).map(({ prototype }) => prototype),
);

let writes = 0;

/** Entries written: an array counts whole. */
const counting = (prototype: Writes): void => {
  const { add, addAt, chain } = prototype;
  vi.spyOn(prototype, "add").mockImplementation(function (this: Writes, node, bar) {
    writes += node.shape.reduce((n, k) => n * k, 1);
    add.call(this, node, bar);
  });
  vi.spyOn(prototype, "addAt").mockImplementation(function (this: Writes, node, index, bar) {
    writes += index.length;
    addAt.call(this, node, index, bar);
  });
  vi.spyOn(prototype, "chain").mockImplementation(function (this: Writes, from, to, partial) {
    writes++;
    chain.call(this, from, to, partial);
  });
};

beforeEach(() => {
  writes = 0;
  prototypes.forEach(counting);
});

afterEach(() => {
  vi.restoreAllMocks();
});

interface Case {
  readonly name: string;
  readonly f: (x: Vector) => Scalar;
  /** Writes for each entry that a gradient needs at the most. */
  readonly once: number;
  /** Likewise, the gradient of a function of the gradient. */
  readonly twice: number;
}

const cases: readonly Case[] = [
  {
    name: "sumOver(n, i => at(x, i))",
    f: (x) => sumOver(x.length, (i) => at(x, i)),
    once: 2,
    twice: 4,
  },
  {
    name: "sumOver(n, i => at(x, i)²)",
    f: (x) => sumOver(x.length, (i) => square(at(x, i))),
    once: 3,
    twice: 13,
  },
  {
    name: "a sum over slices of ten",
    f: (x) => sumOver(x.length / 10, (i) => sum(square(slice(x, ten(i, 0), ten(i, 1))))),
    once: 3.2,
    twice: 12.4,
  },
];

const ten = (i: Parameters<typeof affine>[0], k: number) => affine(i, 10, 10 * k);

const large = 4_000;

const countOf = (n: number, run: (x: Float64Array) => unknown): number => {
  writes = 0;
  run(new Float64Array(n).fill(1));
  return writes;
};

describe.each(cases)("gradient of $name writes O(n) adjoints", ({ f, once, twice }) => {
  const gradient = (x: Vector) => tape.gradient(f)(x);

  test("of plain numbers", () => {
    const count = countOf(large, gradient);
    expect(count).toBeGreaterThanOrEqual(large);
    expect(count).toBeLessThanOrEqual(once * large);
  });

  test("under an outer forward mode", () => {
    const hessianTimesOnes = (x: Float64Array) =>
      dual.jvp((y: Vector) => gradient(y))(x, new Float64Array(x.length).fill(1));
    expect(countOf(large, hessianTimesOnes)).toBeLessThanOrEqual(once * large);
  });

  test("under an outer reverse mode", () => {
    const weighted = (x: Vector): Scalar => sum(mul(2, gradient(x)));
    const run = (x: Float64Array) => tape.gradient(weighted)(x);
    expect(countOf(large, run)).toBeLessThanOrEqual(twice * large);
  });
});
