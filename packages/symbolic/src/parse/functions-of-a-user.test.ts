import { type Scalar, ParseError, vector } from "@jacobian/core";
import { expect, test } from "vitest";
import { type Formula, constant, parse, toText } from "../index.ts";

const printed = (y: Formula): string => toText(y);

const thrownBy = (f: () => unknown): string => {
  try {
    f();
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
  throw new Error("nothing was thrown");
};

test("may give plain numbers and arrays", () => {
  const functions = {
    three: () => 3,
    pair: () => Float64Array.of(1, 2),
    twice: (u: Scalar) => vector([u, u]),
  };
  expect(parse("three()", { functions })).toBe(constant(3));
  expect(printed(parse("pair()", { functions }))).toBe("[1, 2]");
  expect(printed(parse("twice(x)", { functions }))).toBe("[x, x]");
});

test.each<[string, unknown]>([
  ["undefined", undefined],
  ["string", "x"],
])("must not give %s: it is told once, at the name", (got, y) => {
  const functions = { own: (_u: Scalar) => y as Scalar };
  expect(thrownBy(() => parse("1 + own(x)", { functions }))).toBe(
    `parse: expected a formula from own, got ${got}; return what functions of core give\n1 + own(x)\n    ^`,
  );
});

test("an error of its own passes, one of core is told with its place", () => {
  const functions = {
    broken: (_u: Scalar): Scalar => {
      throw new RangeError("mine");
    },
  };
  expect(() => parse("broken(x)", { functions })).toThrow(RangeError);
  expect(thrownBy(() => parse("1 + polygamma(-1, x)"))).toMatch(
    /^polygamma: expected [^]*\n1 \+ polygamma\(-1, x\)\n {4}\^$/u,
  );
});

test("where numbers are asked for no variable can stand, and constants can", () => {
  expect(thrownBy(() => parse("leakyRelu(x, x)"))).toMatch(
    /^parse: expected leakyRelu with numbers beside its operands, got a formula; no variable can stand there/u,
  );
  expect(printed(parse("leakyRelu(x, pi)"))).toBe(`leakyRelu(x, ${String(Math.PI)})`);
  expect(printed(parse("clamp(x, -inf, 2)"))).toBe("clamp(x, -inf, 2)");
});

test.each([
  ["where(x < 1)", "1 argument"],
  ["where(x < 1, 2)", "2 arguments"],
  ["where(x < 1, 2, 3, 4)", "4 arguments"],
])("%s", (text, got) => {
  expect(thrownBy(() => parse(text))).toContain("expected where(a < b, then, otherwise), got ");
  expect(thrownBy(() => parse(text))).toContain(got);
});
