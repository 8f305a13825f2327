import { add, type Container, mul, OperatorError, sub, vector } from "@jacobian/core";
import { expect, test } from "vitest";
import { parse } from "./parse/parse.ts";
import { symbols } from "./symbols.ts";
import { variablesOf } from "./variables.ts";

test("refuses what is no value", () => {
  expect(() => variablesOf("x" as never)).toThrow(OperatorError);
});

test("each once, as a reader meets them, not as they were made", () => {
  const [a, b, c] = symbols("made_third made_second made_first");
  const names = (x: Container): string =>
    variablesOf(x)
      .map((v) => v.toString())
      .join(" ");
  expect(variablesOf(mul(c, c))[0]).toBe(c);
  expect(names(sub(mul(c, b), add(c, a)))).toBe("made_first made_second made_third");
  expect(names([vector([b, 1]), { x: a }])).toBe("made_second made_third");
  expect(names(parse("2*pi"))).toBe("");
});
