import { type Scalar, atan2, cos, hypot, sin, unary } from "@jacobian/core";
import { expect, test } from "vitest";
import { taylor } from "../index.ts";
import { Memo } from "./memo.ts";

test("keys are compared one by one, −0 is not 0, and equal lists of numbers are the same", () => {
  const memo = new Memo<object>();
  const x = {};
  const made = memo.recall([x, 0, [1, 2]], () => ({}));
  expect(memo.recall([x, 0, [1, 2]], () => ({}))).toBe(made);
  expect(memo.recall([x, -0, [1, 2]], () => ({}))).not.toBe(made);
  expect(memo.recall([x, 0, [2, 1]], () => ({}))).not.toBe(made);
  expect(memo.recall([{}, 0, [1, 2]], () => ({}))).not.toBe(made);
  const mixed = [1, {}];
  const ofMixed = memo.recall([x, mixed], () => ({}));
  expect(memo.recall([x, mixed], () => ({}))).toBe(ofMixed);
  expect(memo.recall([x, [1, {}]], () => ({}))).not.toBe(ofMixed);
  const zero = memo.recall([x, [0]], () => ({}));
  expect(memo.recall([x, [-0]], () => ({}))).not.toBe(zero);
});

test("a constant −0 is not taken for 0", () => {
  const both = taylor((x) => [atan2(x, 0), atan2(x, -0)], 1)(0);
  expect(both[0]).toEqual([0, Math.PI]);
  const back = taylor((x) => [atan2(x, -0), atan2(x, 0)], 1)(0);
  expect(back[0]).toEqual([Math.PI, 0]);
});

test("functions that ask for each other are each made once", () => {
  let calls = 0;
  const counted = (name: string, other: () => typeof sin): typeof sin =>
    unary(name, {
      value: Math.exp,
      partial: (x) => {
        calls++;
        return other()(x);
      },
    });
  const first: typeof sin = counted("first", () => second);
  const second: typeof sin = counted("second", () => first);
  taylor((x) => first(x), 30)(0.5);
  expect(calls).toBe(2);
});

test("what was made as a partial derivative goes on when f asks for it", () => {
  const c = taylor((x: Scalar) => [sin(x), cos(x), hypot(x, 1)], 6)(0.3);
  const alone = taylor((x) => cos(x), 6)(0.3);
  expect(c.map(([, y]) => y)).toEqual(alone);
});

test("a static argument that f changes between two calls counts as it is at each", () => {
  interface Factor {
    k: number;
  }
  const slope = unary<Factor>("slope", { value: (_x, { k }) => k, partial: () => 0 });
  const scaleBy = unary<Factor>("scaleBy", {
    value: (x, { k }) => k * x,
    partial: (x, _y, s) => slope(x, s),
  });
  const f = (x: Scalar): readonly Scalar[] => {
    const factor = { k: 1 };
    const once = scaleBy(x, factor);
    factor.k = 2;
    return [once, scaleBy(x, factor)];
  };
  expect(taylor(f, 1)(0)).toEqual([
    [0, 0],
    [1, 2],
  ]);
});

test("nor is a function taken for the one that it was", () => {
  type Factor = () => number;
  const slope = unary<Factor>("slope", { value: (_x, k) => k(), partial: () => 0 });
  const scaleBy = unary<Factor>("scaleBy", {
    value: (x, k) => k() * x,
    partial: (x, _y, k) => slope(x, k),
  });
  const f = (x: Scalar): readonly Scalar[] => {
    let factor = 1;
    const k = () => factor;
    const once = scaleBy(x, k);
    factor = 2;
    return [once, scaleBy(x, k)];
  };
  expect(taylor(f, 1)(3)).toEqual([
    [3, 6],
    [1, 2],
  ]);
});

test.each<[string, number | string | undefined]>([
  ["a number", 3],
  ["a text", "three"],
  ["nothing", undefined],
])("what f asks for twice is made once, with %s as static argument", (_what, s) => {
  let calls = 0;
  const own = unary<number | string | undefined>("own", {
    value: (x) => 5 * x,
    partial: () => (calls++, 5),
  });
  expect(taylor((x) => [own(x, s), own(x, s)], 1)(2)).toEqual([
    [10, 10],
    [5, 5],
  ]);
  expect(calls).toBe(1);
});
