import { describe, expect, test } from "vitest";
import { Moving, Push, lifted, slope } from "../test-support/push.ts";
import { add, lt, max, mul, nextLevel, sin, stack, value, type Value } from "./index.ts";

const [low, high] = [new Push(), new Push()];
const below = low.moving(2, 1);
const above = high.moving(3, 1);

const algebraOf = (x: Value | undefined): unknown => (x instanceof Moving ? x.algebra : undefined);

describe("levels", () => {
  test("rise with every call", () => {
    const first = nextLevel();
    expect(nextLevel()).toBe(first + 1);
    expect(high.level).toBeGreaterThan(low.level);
  });

  test.each<[string, (x: Value, y: Value) => Value | undefined]>([
    ["binary", (x, y) => mul(x, y)],
    ["piecewise", (x, y) => max(x, y)],
    ["structured", (x, y) => stack([x, y], [2])[0]],
  ])("%s: the higher wins, in either order, and holds the other constant", (_shape, f) => {
    expect(algebraOf(f(below, above))).toBe(high);
    expect(algebraOf(f(above, below))).toBe(high);
    expect(algebraOf(f(below, 1))).toBe(low);
    expect(algebraOf(f(1, below))).toBe(low);
    expect(algebraOf(f(1, 1))).toBeUndefined();
  });

  test("the tangent of a mixed product is an element of the lower", () => {
    const product = mul(below, above);
    expect(product).toBeInstanceOf(Moving);
    expect(algebraOf((product as Moving).direction)).toBe(low);
    expect(value(product)).toBe(6);
  });

  test("unary asks the operand's own", () => {
    expect(algebraOf(sin(above))).toBe(high);
  });

  test("a comparison is answered through both", () => {
    const [x, y] = [lifted(2), lifted(3)];
    expect([lt(x, y), lt(y, x), lt(x, x)]).toEqual([true, false, false]);
  });

  test("nested derivatives do not see each other's direction (Siskind & Pearlmutter 2005)", () => {
    const inner = (x: Value): Value => slope((y) => add(x, y), 2);
    expect(slope((x) => mul(x, inner(x)), 1)).toBe(1);
  });

  test("plain operands ask nobody", () => {
    expect(mul(2, 3)).toBe(6);
    expect(value(lifted(4))).toBe(4);
  });
});
