import { type Scalar, add, mul, sin } from "@jacobian/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { symbols, toFunction } from "../index.ts";

// As on a page whose policy allows no code made of text: there `new Function` throws an EvalError.

const [x, y] = symbols("x y");
const formulas = [mul(sin(x), y), add(sin(x), 0.1)];

/** Has `new Function` throw. */
const refuse = (error: Error): void => {
  vi.stubGlobal("Function", function () {
    throw error;
  });
};

afterEach(() => void vi.unstubAllGlobals());

describe("where no text becomes code", () => {
  test("the same numbers are interpreted", () => {
    const expected = toFunction(formulas, [x, y])(0.7, 3);
    refuse(new EvalError("refused"));
    const f = toFunction(formulas, [x, y]);
    expect(f(0.7, 3)).toEqual(expected);
    // @ts-expect-error an argument is missing
    expect(() => f(0.7)).toThrow(/^function: expected a number for the variable y, got undefined;/);
  });

  test("any other error is a mistake, and is not hidden", () => {
    refuse(new SyntaxError("mine"));
    expect(() => toFunction(formulas, [x, y])).toThrow(SyntaxError);
  });
});

test("of many variables, a message names the first", () => {
  const many = symbols("a b c d f g h k l m");
  const sum = many.reduce<Scalar>((total, v) => add(total, v), 0);
  const f = toFunction<Scalar, readonly Scalar[]>(sum, many);
  expect(f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).toBe(55);
  expect(() => f(1)).toThrow(
    "function: expected a number for the variable b, got undefined; give one for each of a, b, c, d, f, g, h, k, …",
  );
});
