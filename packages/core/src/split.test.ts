import { describe, expect, test } from "vitest";
import { lifted } from "../test-support/push.ts";
import { abs, clamp, max, piecewise, value, where } from "./index.ts";

// A kinked function taken apart, as an engine that records it asks for it.

describe("a split", () => {
  test("has the pieces that are active, and no others", () => {
    const positive = abs.rule.split([2], [2], undefined);
    expect(positive).toEqual({ y: 2, weights: [1, 0], parts: [{ piece: 0, weight: 1, value: 2 }] });
    const negative = abs.rule.split([-2], [-2], undefined);
    expect(negative).toEqual({ y: 2, weights: [0, 1], parts: [{ piece: 1, weight: 1, value: 2 }] });
  });

  test("has at a tie the share of each", () => {
    const { y, weights, parts } = max.rule.split([3, 3], [3, 3], undefined);
    expect([y, weights]).toEqual([3, [0.5, 0.5]]);
    expect(parts).toEqual([
      { piece: 0, weight: 0.5, value: 3 },
      { piece: 1, weight: 0.5, value: 3 },
    ]);
  });

  test("has of an array the shares entry by entry, 0 for a piece that has none anywhere", () => {
    const v = Float64Array.of(-2, 0.5, 7);
    const bounds = { low: 0, high: 1 };
    const inside = clamp.rule.split([v], [v], bounds);
    expect(inside.y).toEqual(Float64Array.of(0, 0.5, 1));
    const total = inside.weights.reduce<number[]>(
      (sums, weight) =>
        sums.map(
          (sum, k) => sum + (typeof weight === "number" ? weight : (weight as Float64Array)[k]!),
        ),
      [0, 0, 0],
    );
    expect(total).toEqual([1, 1, 1]);
    const high = Float64Array.of(5, 6);
    const above = clamp.rule.split([high], [high], bounds);
    expect(above.parts).toHaveLength(1);
    expect(above.weights.filter((weight) => weight !== 0)).toEqual([Float64Array.of(1, 1)]);
  });

  test("applies pieces to the inputs, and compares the primals", () => {
    const x = lifted(-3);
    const { y, parts } = abs.rule.split([x], [-3], undefined);
    expect(y).toBe(3);
    expect(parts.map(({ piece }) => piece)).toEqual([1]);
    expect(value(parts[0]!.value)).toBe(3);
    expect(parts[0]!.value).not.toBe(3);
  });

  test("of `where` has the branch that the relation chooses", () => {
    const { parts } = where.rule.split([1, 2, 10, 20], [1, 2, 10, 20], "lt");
    expect(parts).toEqual([{ piece: 0, weight: 1, value: 10 }]);
  });

  test("asks the sides of elements of another level for their order alone", () => {
    const order = (x: number) => abs.rule.split([x], [lifted(x)], undefined).weights;
    expect([order(2), order(-2), order(0)]).toEqual([[1, 0], [0, 1], [0.5, 0.5]]); // prettier-ignore
  });
});

describe("a tie of three pieces", () => {
  const three = (atTie: "mean" | "first" | "last" | number) =>
    piecewise("three", {
      value: (x) => x,
      pieces: [(x) => x, (x) => x, (x) => x],
      switches: [
        [(x) => x, () => 0],
        [(x) => x, () => 0],
      ],
      atTie,
    }).rule;

  test.each<["mean" | "first" | "last" | number, readonly number[]]>([
    ["mean", [1 / 3, 1 / 3, 1 / 3]],
    ["first", [1, 0, 0]],
    ["last", [0, 0, 1]],
    [1, [0, 1, 0]],
  ])("%s", (atTie, shares) => {
    expect(three(atTie).weights([0], undefined)).toEqual(shares);
    // Beside it one piece takes all, whatever the convention.
    expect(three(atTie).weights([1], undefined)).toEqual([1, 0, 0]);
    expect(three(atTie).weights([-1], undefined)).toEqual([0, 0, 1]);
  });
});
