import { describe, expect, test } from "vitest";
import { pushed, slope } from "../test-support/push.ts";
import {
  DomainError,
  Matrix,
  OperatorError,
  ShapeError,
  mul,
  neg,
  piecewise,
  square,
  sub,
  type Value,
} from "./index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (x: unknown): number => x as number;

const vector = Float64Array.of(1, -2, 3);
const A = Matrix.fromRows([
  [1, -2],
  [3, 4],
]);

const huber = piecewise("huber", {
  value: (x) => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5),
  pieces: [(x) => sub(x, 0.5), (x) => sub(neg(x), 0.5), (x) => mul(0.5, square(x))],
  switches: [
    [(x) => x, () => 1],
    [(x) => neg(x), () => 1],
  ],
  atTie: "mean",
});

const threshold = piecewise<number>("threshold", {
  arity: 2,
  value: (x, y, k) => (x - y > k ? x * x : y),
  pieces: [(x) => square(x), (_x, y) => y],
  switches: [[(x, y) => sub(x, y), (_x, _y, k) => k]],
  atTie: "first",
});

describe("piecewise", () => {
  const pieces = [(x: Value) => x, (x: Value) => neg(x), () => 0];
  const switches = [
    [(x: Value) => x, () => 1],
    [(x: Value) => x, () => -1],
  ] as const;

  test.each([3, -1, 0.5, "foo"])("refuses atTie: %s where there are 3 pieces", (tie) => {
    // What a program that is not type-checked may pass.
    const atTie = tie as number;
    const define = (): unknown => piecewise("bent", { value: Math.abs, pieces, switches, atTie });
    expect(define).toThrow(DomainError);
    expect(define).toThrow(
      /piecewise: expected atTie of bent to be "mean", "first", "last" or one of its 3 pieces, got .*; count pieces from 0/,
    );
  });

  test("refuses other than one switch for each piece but the last", () => {
    const define = (): unknown =>
      piecewise("bent", { value: Math.abs, pieces, switches: [], atTie: "mean" });
    expect(define).toThrow(DomainError);
    expect(define).toThrow(
      "piecewise: expected 2 switches between the 3 pieces of bent, got 0; give one for each piece but the last",
    );
  });

  test("refuses what is no value, and shapes that differ", () => {
    expect(() => huber(wrong(undefined))).toThrow(OperatorError);
    expect(() => huber(wrong([1]))).toThrow(ShapeError);
    expect(() => threshold(vector, A, 1)).toThrow(
      "threshold: expected operands of one shape, got a vector of 3 and a 2×2 matrix; ",
    );
  });

  test("differentiates the active piece, entry by entry", () => {
    const x = Float64Array.of(-3, -0.5, 0.5, 3);
    expect(huber(x)).toEqual(Float64Array.of(2.5, 0.125, 0.125, 2.5));
    expect(slope((t) => huber(mul(x, t)), 1)).toEqual(Float64Array.of(3, 0.25, 0.25, 3));
    expect(slope((t) => slope((u) => huber(u), t), 0.5)).toBe(1);
    expect(slope((t) => slope((u) => huber(u), t), 3)).toBe(0);
  });

  test("takes two operands and a static argument", () => {
    expect(threshold(3, 1, 1)).toBe(9);
    expect(threshold(Float64Array.of(3, 1), 1, 1)).toEqual(Float64Array.of(9, 1));
    expect(pushed((x, y) => threshold(x, y, 1), [3, 1], [1, 10])).toBe(6);
    expect(pushed((x, y) => threshold(x, y, 5), [3, 1], [1, 10])).toBe(10);
  });

  test.each([
    ["mean", (6 + 10) / 2],
    ["first", 6],
    ["last", 10],
    [0, 6],
    [1, 10],
  ] as const)("atTie: %s decides where both pieces are active", (atTie, expected) => {
    const at = piecewise("at", {
      arity: 2,
      value: (x, y) => Math.max(x, y),
      pieces: [(x) => mul(6, x), (_x, y) => mul(10, y)],
      switches: [[(x) => x, (_x, y) => y]],
      atTie,
    });
    expect(pushed((x, y) => at(x, y), [2, 2], [1, 1])).toBe(expected);
    expect(at(2, 2)).toBe(2);
  });

  test("NaN takes the first piece", () => {
    expect(huber(NaN)).toBeNaN();
    expect(slope(huber, NaN)).toBe(1);
  });
});
