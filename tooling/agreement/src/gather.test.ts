/// <reference types="vite/client" />
import { affine, at, mul, slice, square, sum, sumOver } from "@jacobian/core";
import type { Scalar, Value, Vector } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as tape from "@jacobian/tape";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

interface Written {
  readonly shape: readonly number[];
}

/** The doors through which adjoints are written. */
interface Writes {
  add: (node: Written, bar: Value) => void;
  addProduct: (node: Written, partial: Value, bar: Value) => void;
  addAt: (node: Written, index: ArrayLike<number>, bar: Value) => void;
  chain: (links: Int32Array, partials: Float64Array, from: number, to: number, d: number) => void;
}

// Not exported: an import by path would break the law of imports, which the spies need not know.
const modules = import.meta.glob<Record<string, { readonly prototype?: Writes }>>(
  "../../../packages/tape/src/*-adjoints.ts",
  { eager: true },
);
const prototypes = Object.values(modules).flatMap((module) =>
  Object.values(module).flatMap(({ prototype }) =>
    prototype !== undefined && "chain" in prototype ? [prototype] : [],
  ),
);

let writes = 0;
let within = 0;

/** Counts what a method writes, unless it is called by another that is counted. */
const counting = <K extends keyof Writes>(
  prototype: Writes,
  name: K,
  size: (...args: Parameters<Writes[K]>) => number,
): void => {
  const method = prototype[name] as (...args: Parameters<Writes[K]>) => void;
  const counted = function (this: Writes, ...args: Parameters<Writes[K]>): void {
    if (within++ === 0) writes += size(...args);
    method.apply(this, args);
    within--;
  };
  vi.spyOn(prototype, name as "add").mockImplementation(counted as unknown as Writes["add"]);
};

/** An array counts whole. */
const entries = ({ shape }: Written): number => shape.reduce((n, k) => n * k, 1);

const countingAll = (prototype: Writes): void => {
  counting(prototype, "add", entries);
  counting(prototype, "addProduct", entries);
  counting(prototype, "addAt", (_node, index) => index.length);
  // Slot 0 stands for "no second operand".
  counting(
    prototype,
    "chain",
    (links, _partials, from, to) =>
      links.subarray(2 * from, 2 * to).filter((slot) => slot !== 0).length,
  );
};

beforeEach(() => {
  writes = 0;
  within = 0;
  prototypes.forEach(countingAll);
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
