import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { lifted, slope } from "../test-support/push.ts";
import {
  Matrix,
  OperatorError,
  ShapeError,
  add,
  mul,
  sin,
  type Scalar,
  type Value,
} from "./index.ts";

/** What a program that is not type-checked takes an element for. */
const x = lifted(2) as unknown as number;
const text = x as number | string;
const record: Record<string, number> = {};

const got =
  "operator: expected a function of @jacobian/core, got a native operator on Moving(2, 0); ";
const forPlus = "call add(x, y) for +, eq(x, y) for ==";
const forNumbers =
  "call sub, mul, div, mod, pow or neg to compute, lt, le, gt or ge to compare, and sin(x) of @jacobian/core for Math.sin(x)";
const forStrings = "call x.toString() to print it, value(x) to read its number";

describe("a native operator on an element throws, and names what to call", () => {
  test.each<[string, () => unknown, string]>([
    ["x + 1", () => x + 1, forPlus],
    ["1 + x", () => 1 + x, forPlus],
    ["x + x", () => x + x, forPlus],
    ["x == 1", () => x == 1, forPlus],
    ["x != 1", () => x != 1, forPlus],
    ["new Date(x)", () => new Date(x), forPlus],
    ["x - 1", () => x - 1, forNumbers],
    ["2 * x", () => 2 * x, forNumbers],
    ["x / 2", () => x / 2, forNumbers],
    ["x % 2", () => x % 2, forNumbers],
    ["x ** 2", () => x ** 2, forNumbers],
    ["-x", () => -x, forNumbers],
    ["+x", () => +text, forNumbers],
    ["x < 0", () => x < 0, forNumbers],
    ["x >= 0", () => x >= 0, forNumbers],
    ["x | 0", () => x | 0, forNumbers],
    ["~x", () => ~x, forNumbers],
    ["Math.sin(x)", () => Math.sin(x), forNumbers],
    ["Math.max(x, 1)", () => Math.max(x, 1), forNumbers],
    ["Number(x)", () => Number(text), forNumbers],
    ["isNaN(x)", () => isNaN(x), forNumbers],
    ["`${x}`", () => `${text}`, forStrings],
    ["String(x)", () => String(text), forStrings],
    ["{}[x]", () => record[text], forStrings],
    ["parseFloat(x)", () => parseFloat(text as string), forStrings],
  ])("%s", (_use, use, remedy) => {
    expect(use).toThrow(OperatorError);
    expect(use).toThrow(`${got}${remedy}`);
  });

  test("also x++ and x += 1", () => {
    let y = x;
    expect(() => y++).toThrow(OperatorError);
    expect(() => (y += 1)).toThrow(`${got}${forPlus}`);
  });

  test("a vector and a matrix element as well", () => {
    // What a program that is not type-checked takes them for.
    const [v, A] = [lifted(Float64Array.of(1, 2)), lifted(new Matrix(1, 1))] as unknown as number[];
    expect(() => v! * 2).toThrow("on Moving(Vector 2 [1, 2], Vector 2 [0, 0]); ");
    expect(() => A! + 1).toThrow(OperatorError);
  });

  test("inside a function that is differentiated", () => {
    expect(() => slope((t) => mul(t, Math.sin(t as number)), 1)).toThrow(forNumbers);
  });
});

describe("an operand that is no value is named", () => {
  test.each<[string, unknown, typeof OperatorError | typeof ShapeError, string]>([
    ["a forgotten return", undefined, OperatorError, "got undefined; check what the function"],
    ["a list", [1, 2], ShapeError, "got an array of 2; make it one value with vector([...])"],
    ["an async result", Promise.resolve(1), OperatorError, "got an object (Promise); await it"],
    ["a function", Math.sin, OperatorError, "got the function sin; apply it, or differentiate"],
    ["a text", "1", OperatorError, 'got "1"; check what the function'],
  ])("%s", (_case, operand, Kind, message) => {
    const y = operand as number;
    for (const use of [() => add(x, y), () => add(y, x), () => sin(y)]) {
      expect(use).toThrow(Kind);
      expect(use).toThrow(message);
    }
  });

  test("an entry beyond the last, as destructuring gives it", () => {
    const third = ([a, b, c]: readonly Scalar[]): Value => add(mul(a ?? 0, b ?? 0), c as number);
    expect(() => third([lifted(1), lifted(2)])).toThrow("add: expected a number");
  });

  test("a scalar or matrix element that is taken apart", () => {
    const take = (y: unknown): unknown => [...(y as Iterable<Scalar>)];
    expect(() => take(lifted(2))).toThrow(ShapeError);
    expect(() => take(lifted(2))).toThrow(
      "iterator: expected a vector to take entries of, got a scalar; a scalar has no entries, and of a matrix take row, column or at",
    );
    expect(() => take(lifted(new Matrix(2, 3)))).toThrow("got a 2×3 matrix");
  });
});

describe("printing for debugging", () => {
  test("Node's inspect shows value and derivative, nested in data too", () => {
    expect(inspect(x)).toBe("Moving(2, 0)");
    expect(inspect({ x: [x] })).toBe("{ x: [ Moving(2, 0) ] }");
    expect(inspect(lifted(Float64Array.of(1, 2)))).toBe("Moving(Vector 2 [1, 2], Vector 2 [0, 0])");
  });

  test("console.log does", () => {
    const written: string[] = [];
    const write = vi.spyOn(console, "log").mockImplementation((...parts: unknown[]) => {
      written.push(parts.map((part) => inspect(part)).join(" "));
    });
    console.log(x);
    write.mockRestore();
    expect(written).toEqual(["Moving(2, 0)"]);
  });
});
