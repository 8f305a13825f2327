import { describe, expect, test } from "vitest";
import type { Derivative } from "./confusion.ts";
import { confusions, hazards } from "./confusion.ts";

/**
 * Dual numbers small enough to be right or wrong at will: each carries the tag of the derivative
 * that made it. With one tag for all, nested derivatives are confused, as in the paper.
 */
class Dual {
  readonly tag: number;
  readonly value: Num;
  readonly tangent: Num;
  constructor(tag: number, value: Num, tangent: Num) {
    this.tag = tag;
    this.value = value;
    this.tangent = tangent;
  }
}
type Num = number | Dual;

const tagOf = (x: Num): number => (x instanceof Dual ? x.tag : -1);
const valueAt = (x: Num, tag: number): Num => (x instanceof Dual && x.tag === tag ? x.value : x);
const tangentAt = (x: Num, tag: number): Num =>
  x instanceof Dual && x.tag === tag ? x.tangent : 0;

const add = (x: Num, y: Num): Num => {
  if (typeof x === "number" && typeof y === "number") return x + y;
  const tag = Math.max(tagOf(x), tagOf(y));
  const value = add(valueAt(x, tag), valueAt(y, tag));
  return new Dual(tag, value, add(tangentAt(x, tag), tangentAt(y, tag)));
};

const mul = (x: Num, y: Num): Num => {
  if (typeof x === "number" && typeof y === "number") return x * y;
  const tag = Math.max(tagOf(x), tagOf(y));
  const [a, b] = [valueAt(x, tag), valueAt(y, tag)];
  return new Dual(tag, mul(a, b), add(mul(tangentAt(x, tag), b), mul(a, tangentAt(y, tag))));
};

const exp = (x: Num): Num =>
  typeof x === "number" ? Math.exp(x) : new Dual(x.tag, exp(x.value), mul(exp(x.value), x.tangent));

const derivativeWith = (nextTag: () => number) => (f: (x: Num) => Num) => (x: Num) => {
  const tag = nextTag();
  return tangentAt(f(new Dual(tag, x, 1)), tag);
};

let count = 0;
const right = derivativeWith(() => count++);
const confused = derivativeWith(() => 0);

/** The hazards are typed for core's scalars, of which they ask nothing but to be added and so on. */
const typed = (D: typeof right) => D as unknown as Derivative;
const arithmetic = { add, mul, exp } as unknown as Parameters<typeof confusions>[2];

describe("hazards of nested derivatives", () => {
  test.each(hazards)("passed with a tag for each derivative: $name", (hazard) => {
    expect(confusions(typed(right), hazard, arithmetic)).toEqual([]);
  });

  test.each(hazards.filter((h) => h.name.includes("confused")))(
    "caught with one tag for all: $name",
    (hazard) => {
      expect(confusions(typed(confused), hazard, arithmetic)).toHaveLength(1);
    },
  );

  test("what is confused is what the papers say", () => {
    const results = hazards.map((h) => h.compute(typed(confused), arithmetic));
    expect([results[0], results[1], results[5]]).toEqual([2, 1, 0]);
  });
});
