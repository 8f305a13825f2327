import {
  add,
  amax,
  broadcast,
  DomainError,
  entriesOf,
  entryAt,
  linear,
  max,
  mul,
  scatter,
  type Scalar,
  ShapeError,
  structured,
  sub,
  sum,
  unary,
  UndecidedError,
  type Value,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { constant, differentiate, symbols } from "../index.ts";
import { FormulaArray } from "./array.ts";

const [a, b, c, d] = symbols("a b c d");
const M = new FormulaArray<2>([2, 2], [a, b, c, d]);

/** Which entries are the very formulas that are expected. */
const are = (x: Value, expected: readonly Value[]): readonly boolean[] =>
  (x as FormulaArray).entries.map((entry, k) => entry === expected[k]);

describe("functions of whole arrays are taken apart", () => {
  test("along rows and columns", () => {
    expect(are(sum(M, "rows"), [add(a, b), add(c, d)])).not.toContain(false);
    expect(are(sum(M, "columns"), [add(a, c), add(b, d)])).not.toContain(false);
    expect(amax(M)).toBe(max(max(max(a, b), c), d));
  });

  test("of no entries", () => {
    const none = new FormulaArray<1>([0], []);
    expect(sum(none)).toBe(constant(0));
    expect(amax(none)).toBe(constant(-Infinity));
  });

  test("spread and scattered", () => {
    const spread = broadcast(vector([a, b]), { shape: [2, 2], axis: "columns" });
    expect(are(spread, [a, b, a, b])).not.toContain(false);
    const added = scatter(vector([a, b, c]), { index: [0, 2, 2], shape: [3] });
    expect(are(added, [a, constant(0), add(b, c)])).not.toContain(false);
  });

  test("what does not fit is refused as with numbers", () => {
    expect(() => sum(vector([a, b]) as never, "rows")).toThrow(ShapeError);
    expect(() => scatter(vector([a]), { index: [3], shape: [2] })).toThrow(DomainError);
  });

  test("a sum of 20 000 entries takes one addition each", () => {
    const n = 20_000;
    const x = vector(Array.from({ length: n }, (_, k): Scalar => mul(k, a)));
    expect(differentiate(sum(x), a)).toBe(constant((n * (n - 1)) / 2));
  });
});

test("a user's linear map is known by what it makes of each entry", () => {
  const step = linear("step", {
    value: (x) => entriesOf(x).map((entry, k) => entry - (k > 0 ? entryAt(x, k - 1) : 0)),
    shape: (shape) => shape,
    adjoint: (bar) => bar,
  });
  expect(are(step(vector([a, b])), [a, add(mul(-1, a), b)])).not.toContain(false);
});

describe("a rule may state itself in other primitives", () => {
  test("entry by entry, or as a whole", () => {
    const gap = unary("gap", {
      value: (x) => 1 - x,
      partial: () => -1,
      formula: ([x = NaN]) => [sub(1, x)],
    });
    expect(gap(a)).toBe(sub(1, a));
    const swap = structured("swap", {
      value: ([x = NaN, y = NaN]) => [y, x],
      shape: ([x = [], y = []]) => [y, x],
      pushforward: ([dx = 0, dy = 0]) => [dy, dx],
      formula: ([x = NaN, y = NaN]) => [y, x],
    });
    expect(swap([a, b])[0]).toBe(b);
  });

  test("one that is known by its values only has no formula", () => {
    const opaque = structured("opaque", {
      value: ([x = NaN]) => [x],
      shape: ([x = []]) => [x],
      pushforward: ([dx = 0]) => [dx],
    });
    expect(() => opaque([a])).toThrow(UndecidedError);
    expect(() => opaque([a])).toThrow(/opaque: expected .* formula/u);
  });
});
