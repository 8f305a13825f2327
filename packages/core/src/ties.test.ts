import { describe, expect, test } from "vitest";
import { pushed, slope } from "../test-support/push.ts";
import {
  Matrix,
  abs,
  amax,
  amin,
  at,
  clamp,
  hypot,
  leakyRelu,
  max,
  min,
  mul,
  norm2,
  relu,
  sub,
  sum,
  where,
  type Value,
} from "./index.ts";

const gradient = (f: (...x: Value[]) => Value, ...x: number[]): Value[] =>
  x.map((_, k) =>
    pushed(
      f,
      x,
      x.map((__, i) => (i === k ? 1 : 0)),
    ),
  );

describe("of one variable", () => {
  test.each<[string, (x: Value) => Value, number, number]>([
    ["relu′(0) = 0", relu, 0, 0],
    ["relu′(−0) = 0", relu, -0, 0],
    ["abs′(0) = 0", abs, 0, 0],
    ["leakyRelu′(0) is its slope", (x) => leakyRelu(x, 0.1), 0, 0.1],
    ["clamp has ½ at its lower bound", (x) => clamp(x, 0, 1), 0, 0.5],
    ["clamp has ½ at its upper bound", (x) => clamp(x, 0, 1), 1, 0.5],
    ["relu(x) − relu(−x) at 0", (x) => sub(relu(x), relu(mul(-1, x))), 0, 0],
  ])("%s", (_convention, f, x, expected) => {
    expect(slope(f, x)).toBe(expected);
  });

  test("beside the kink the derivative is that of the piece", () => {
    for (const [f, left, right] of [
      [relu, 0, 1],
      [abs, -1, 1],
      [(x: Value) => leakyRelu(x, 0.1), 0.1, 1],
      [(x: Value) => clamp(x, 0, 1), 0, 1],
    ] as const) {
      expect(slope(f, -Number.MIN_VALUE)).toBe(left);
      expect(slope(f, Number.MIN_VALUE)).toBe(right);
    }
  });
});

describe("of two variables", () => {
  test("max and min give half to each of two equal operands", () => {
    expect(gradient(max, 2, 2)).toEqual([0.5, 0.5]);
    expect(gradient(min, 2, 2)).toEqual([0.5, 0.5]);
    expect(gradient(max, 2, 1)).toEqual([1, 0]);
    expect(gradient(min, 2, 1)).toEqual([0, 1]);
    expect(slope((x) => max(x, x), 2)).toBe(1);
  });

  test("entry by entry in arrays", () => {
    const x = Float64Array.of(1, 2, 3);
    const y = Float64Array.of(2, 2, 2);
    expect(pushed(max, [x, y], [1, 0])).toEqual(Float64Array.of(0, 0.5, 1));
    expect(pushed(min, [x, y], [0, 1])).toEqual(Float64Array.of(0, 0.5, 1));
  });

  test("infinities tie without NaN", () => {
    expect(gradient(max, Infinity, Infinity)).toEqual([0.5, 0.5]);
    expect(max(Infinity, Infinity)).toBe(Infinity);
  });

  test("hypot′(0, 0) = 0", () => {
    expect(gradient(hypot, 0, 0)).toEqual([0, 0]);
  });

  test("where selects the branch that its relation names", () => {
    const f = (relation: "lt" | "le" | "gt" | "ge" | "eq") => (x: Value) =>
      where(relation, x, 0, mul(3, x), mul(5, x));
    expect((["lt", "le", "gt", "ge", "eq"] as const).map((r) => slope(f(r), 0))).toEqual([
      5, 3, 5, 3, 3,
    ]);
  });
});

describe("of reductions", () => {
  const A = Matrix.fromRows([
    [1, 1, 0],
    [0, 2, 2],
  ]);
  /** ∂f(A)/∂Aᵢⱼ, entry by entry. */
  const partials = (f: (A: Value) => Value): Value[] =>
    Array.from({ length: 6 }, (_, k) =>
      pushed(f, [A], [new Matrix(2, 3, new Float64Array(6).fill(1, k, k + 1))]),
    );

  test("amax and amin share equally among the entries that tie", () => {
    expect(partials(amax)).toEqual([0, 0, 0, 0, 0.5, 0.5]);
    expect(partials(amin)).toEqual([0, 0, 0.5, 0.5, 0, 0]);
    const three = Float64Array.of(7, 7, 7);
    expect(slope((t) => amax(mul(t, three)), 1)).toBeCloseTo(7, 14);
  });

  test("along rows and columns", () => {
    const first = (f: (A: Value) => Value) => (x: Value) => at(f(x) as Float64Array, 0);
    expect(partials(first((x) => amax(x, "rows")))).toEqual([0.5, 0.5, 0, 0, 0, 0]);
    expect(partials(first((x) => amin(x, "columns")))).toEqual([0, 0, 0, 1, 0, 0]);
  });

  test("norm2′(0) = 0", () => {
    const zero = new Float64Array(3);
    expect(pushed(norm2, [zero], [1])).toBe(0);
    expect(slope((x) => sum(norm2(mul(x, new Matrix(2, 2)), "rows")), 1)).toBe(0);
  });
});
