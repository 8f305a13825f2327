import { DomainError, ParseError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { parse } from "../index.ts";

const errorOf = (text: string): ParseError => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
  throw new Error(`${text} was parsed`);
};

test("an error shows its line and a caret below the place", () => {
  const error = errorOf("r*cos(theta)\nr*(sin theta)\n");
  expect(error).toMatchObject({ line: 2, column: 4, offset: 16 });
  expect(error.message).toBe(
    [
      'parse: expected ( after the function sin, got the name "sin"; give its arguments, or pass a variable of this name in the option `variables`',
      "r*(sin theta)",
      "   ^",
    ].join("\n"),
  );
});

test("of a long line the part around the place is shown", () => {
  const { message, column } = errorOf(`${"x + ".repeat(1000)}$`);
  expect(column).toBe(4001);
  expect(message.split("\n")[1]).toBe(`${"x + ".repeat(9)}$`);
  expect(message.split("\n")[2]).toBe(`${" ".repeat(36)}^`);
});

describe("what was expected", () => {
  test.for<readonly [string, number, string]>([
    ["", 0, "an operand"],
    ["# nothing", 9, "an operand"],
    ["x +", 3, "an operand"],
    ["+x", 0, "an operand"],
    ["x*/y", 2, "an operand"],
    ["f := 2", 6, "an operand"],
    ["2x", 1, "an operator or the end of the formula"],
    ["x y", 2, "an operator or the end of the formula"],
    ["2(x)", 1, "an operator or the end of the formula"],
    ["x)", 1, "an operator or the end of the formula"],
    ["x = 2", 2, "an operator or the end of the formula"],
    ["x % 2", 2, "an operator or the end of the formula"],
    ["1.2.3", 3, "an operator or the end of the formula"],
    ["sin(x", 5, "an operator or )"],
    ["[x, y)", 5, "an operator or ]"],
    ["(x, y)", 2, "an operator or )"],
    ["(x;y)", 2, "an operator or )"],
    ["where(x, 1, 2)", 7, "an operator or <, <=, >, >= or =="],
    ["where(x < 1, 2)", 0, "where(a < b, then, otherwise)"],
    ["x(y)", 0, "a function before ("],
    ["1 + sin()", 4, "1 argument of sin"],
    ["atan2(x)", 0, "2 arguments of atan2"],
    ["clamp(x, y, 1)", 0, "clamp with numbers beside its operands"],
    ["1e9999", 0, "at most 1250 digits and an exponent as large"],
    ["[[x, y], [x]]", 0, "scalars, or rows of scalars of one length, in a list"],
    ["[x, [y]]", 0, "scalars, or rows of scalars of one length, in a list"],
    ["a := 1; a := 2", 8, "a new name"],
  ])("%s", ([text, offset, expected]) => {
    expect(errorOf(text)).toMatchObject({ offset, expected });
  });
});

test.for([
  ["+x", "leave out a plus in front"],
  ["x = 2", "write name := formula to name a part"],
  ["x == 2", "write where(a < b, then, otherwise)"],
  ["x > 0", "write where(a < b, then, otherwise)"],
  ["x − y", "write - for a minus"],
  ["2·x", "write * for a product"],
  ["x²", "write ^ for a power"],
  ["√x", "write sqrt(x)"],
  ["|x|", "write abs(x)"],
  ["x % 2", "write mod(x, y)"],
  ["x ? y", "separate formulas by ; or lines"],
])("%s: %s", ([text, remedy]) => {
  expect(errorOf(text!).message.split("\n")[0]!.endsWith(`; ${remedy!}`)).toBe(true);
});

describe("what a function refuses is told at its place", () => {
  test.for<readonly [string, number, RegExp]>([
    ["1 + clamp(x, 2, 1)", 4, /^clamp: expected low ≤ high, got \[2, 1\]/u],
    ["polygamma(1/2, x)", 0, /^polygamma: expected a whole order/u],
    ["[1, 2] + [1, 2, 3]", 7, /^add: expected operands of one shape/u],
  ])("%s", ([text, offset, message]) => {
    const error = errorOf(text);
    expect(error.offset).toBe(offset);
    expect(error.message).toMatch(message);
  });
});

test("what is no text is a DomainError", () => {
  // A program that is not type-checked.
  expect(() => parse(3 as unknown as string)).toThrow(DomainError);
  expect(() => parse("x", { variables: [3 as never] })).toThrow(DomainError);
  expect(() => parse("x", { variables: "x" as never })).toThrow(
    'parse: expected a list of variables, got "x"; make them with symbols("…")',
  );
  expect(() => parse("f(x)", { functions: { f: 3 as never } })).toThrow(
    "parse: expected a function for the name f, got 3; pass { functions: { f: (x) => … } }",
  );
});
