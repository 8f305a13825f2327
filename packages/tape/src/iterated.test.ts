import { ConvergenceError, DomainError, ShapeError, add, mul } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { type Complaint, type IterationOptions, combined, iterated, largest } from "./iterated.ts";

const complaint: Complaint = {
  operation: "settle",
  expected: "y = g(y) to settle",
  remedy: "damp g",
};

/** Where y ↦ g(y) comes to rest, and how often g was asked. */
const settled = (
  g: (y: number) => number,
  start: number,
  options: IterationOptions,
  more: Partial<Complaint> = {},
): readonly [y: unknown, steps: number] => {
  let steps = 0;
  const step = (y: unknown): unknown => (steps++, g(y as number));
  return [iterated(step, start, options, { ...complaint, ...more }), steps];
};

const half = (y: number): number => y / 2 + 1;

describe("options", () => {
  test.each<IterationOptions>([
    { tolerance: -1e-300 },
    { scale: -1e-300 },
    { limit: 0 },
    { limit: 0.5 },
    { tolerance: NaN },
    { scale: NaN },
    { limit: NaN },
  ])("%o is refused", (options) => {
    expect(() => settled(half, 0, options)).toThrow(DomainError);
    expect(() => settled(half, 0, options)).toThrow(
      /^settle: expected a tolerance and a scale of 0 or more and a limit of 1 step or more, got /,
    );
  });

  test("a tolerance of 0 asks for rest itself, a scale of 0 for smallness beside the result", () => {
    expect(settled(half, 0, { tolerance: 0 })[0]).toBe(2);
    expect(settled((y) => y / 4, 1, { tolerance: 0 })[0]).toBe(0);
    expect(settled(half, 0, { scale: 0 })[0]).toBe(2);
  });
});

describe("the end", () => {
  test("comes with the first step that changes nothing", () => {
    expect(settled((y) => y, 5, {})).toEqual([5, 1]);
    expect(settled((y) => y, 5, { limit: 1 })).toEqual([5, 1]);
    expect(settled(() => 7, 5, { limit: 2 })).toEqual([7, 2]);
  });

  test("comes where the change is small and no longer shrinks, not before", () => {
    // Changes of 1, ½, ¼ are all within the tolerance, and shrink; then one of ¼ again.
    const steps = [1, 0.5, 0.25, 0.25, 100];
    let k = 0;
    const [y, asked] = settled((y) => y + steps[k++]!, 10, { tolerance: 1, scale: 1 });
    expect([y, asked]).toEqual([12, 4]);
  });

  test("comes at the limit if the change is small by then", () => {
    // Changes of 8, 4, 2, 1: the last is the tolerance times the scale.
    const g = (y: number): number => y + (16 - y) / 2;
    expect(settled(g, 0, { tolerance: 1, scale: 1, limit: 4 })).toEqual([15, 4]);
    expect(() => settled(g, 0, { tolerance: 0.06, scale: 1, limit: 4 })).toThrow(ConvergenceError);
    // Beside the largest entry, 15, it is small.
    expect(settled(g, 0, { tolerance: 1 / 15, scale: 1, limit: 4 })).toEqual([15, 4]);
    expect(settled(g, 0, { tolerance: 0.01, scale: 100, limit: 4 })).toEqual([15, 4]);
  });

  test("does not come in the limit's number of steps: that is an error, which says where it stood", () => {
    const wrong = () => settled((y) => y + 1, 0, { limit: 3 }, { seen: (y) => ` at ${String(y)}` });
    expect(wrong).toThrow(ConvergenceError);
    expect(wrong).toThrow(
      "settle: expected y = g(y) to settle within 3 steps, got one that still changed by 1 after 3 at 3; damp g",
    );
  });

  test("nor where y is no longer a number", () => {
    for (const bad of [NaN, Infinity]) {
      expect(() => settled(() => bad, 0, {})).toThrow(
        `got one that still changed by ${bad} after 1; damp g`,
      );
      expect(() => settled(() => bad, 0, { tolerance: Infinity })).toThrow(ConvergenceError);
    }
  });

  test("a first step that is not finite travels where it may, a later one does not", () => {
    expect(settled(() => NaN, 0, {}, { travels: true })).toEqual([NaN, 1]);
    expect(settled(() => Infinity, 0, {}, { travels: true })).toEqual([Infinity, 1]);
    expect(settled((y) => y, 5, {}, { travels: true })).toEqual([5, 1]);
    expect(() => settled((y) => (y === 0 ? 1 : NaN), 0, {}, { travels: true })).toThrow(
      "still changed by NaN after 2; damp g",
    );
  });

  test("a step that changes the structure is refused", () => {
    expect(() => iterated(() => [1, 2], [1], {}, complaint)).toThrow(ShapeError);
  });
});

test("the largest entry of a container is that of all leaves, by absolute value", () => {
  expect(largest("f", { a: -3, b: [Float64Array.of(1, -4), 2] })).toBe(4);
  expect(largest("f", [])).toBe(0);
  expect(largest("f", [1, NaN, 2])).toBeNaN();
});

test("containers are combined leaf by leaf, in the structure of the first", () => {
  expect(combined("f", add, { a: 1, b: [2] }, { a: 10, b: [20] })).toEqual({ a: 11, b: [22] });
  expect(combined("f", mul, Float64Array.of(1, 2), 3)).toEqual(Float64Array.of(3, 6));
});
