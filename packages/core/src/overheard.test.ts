import { expect, test } from "vitest";
import { lifted } from "../test-support/push.ts";
import { type Element, add, floor, lt, max, overheard, sin, value, where } from "./index.ts";

const x = lifted(2);

const heard = (f: () => unknown): readonly Element[] => {
  const elements: Element[] = [];
  overheard((element) => elements.push(element), f);
  return elements;
};

test.each<[string, () => unknown]>([
  ["a comparison", () => lt(x, 3)],
  ["a value", () => value(x)],
  ["a kink", () => max(x, 3)],
  ["a choice", () => where("lt", x, 3, 1, 2)],
  ["a step function", () => floor(x)],
])("%s is heard, while somebody listens", (_name, f) => {
  expect(heard(f)).toContain(x);
  f();
  expect(heard(() => undefined)).toEqual([]);
});

test("what gives an element, and what plain numbers give, is not", () => {
  expect(heard(() => [sin(x), add(x, 1), lt(1, 2), floor(1.5), value(3)])).toEqual([]);
});

test("the innermost listener hears, and afterwards the one around it, also where f throws", () => {
  const inner: Element[] = [];
  const outer = heard(() => {
    const broken = (): never => {
      value(x);
      throw new RangeError("mine");
    };
    expect(() => overheard((element) => inner.push(element), broken)).toThrow(RangeError);
    value(x);
  });
  for (const elements of [inner, outer]) {
    expect(elements).toHaveLength(1);
    expect(elements[0]).toBe(x);
  }
});
