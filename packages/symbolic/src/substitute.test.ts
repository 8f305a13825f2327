import { add, cos, mul, OperatorError, pow, sin, sub, vector } from "@jacobian/core";
import { expect, test } from "vitest";
import { constant, symbols } from "./index.ts";
import { substitute } from "./substitute.ts";

const [x, y] = symbols("x y");

test("all at once, not one after the other", () => {
  expect(substitute(sub(x, y), { x: y, y: x })).toBe(sub(y, x));
  expect(substitute(pow(x, 2), [[x, pow(x, 2)]])).toBe(pow(pow(x, 2), 2));
});

test("subformulas, the outermost first", () => {
  const f = add(sin(mul(x, y)), mul(x, y));
  expect(substitute(f, [[mul(x, y), y]])).toBe(add(sin(y), y));
  expect(
    substitute(f, [
      [sin(mul(x, y)), x],
      [x, 2],
    ]),
  ).toBe(add(x, mul(2, y)));
});

test("constants are folded", () => {
  expect(substitute(add(mul(x, y), 1), { x: 2, y: 3 })).toBe(constant(7));
});

test("refuses what is neither named nor in pairs", () => {
  for (const wrong of [null, undefined, 3, [x, 2], [[x]]]) {
    expect(() => substitute(x, wrong as never)).toThrow(
      /^substitute: expected an object of names, or pairs, got .*; write \{ x: 2 \} or \[\[x, 2\]\]$/,
    );
  }
});

test("names in pairs are those of variables", () => {
  expect(
    substitute(add(x, y), [
      ["x", 2],
      [y, 3],
    ]),
  ).toBe(constant(5));
});

test("in any container, names as they are", () => {
  const [proto] = symbols("__proto__");
  const { a, b } = substitute({ a: [proto, x], b: vector([cos(x)]) }, [[x, 0]]);
  expect(a[0]).toBe(proto);
  expect(b.entries[0]).toBe(cos(constant(0)));
  expect(substitute(proto, {})).toBe(proto);
});

test("a replacement is a scalar", () => {
  expect(() => substitute(x, { x: "y" as never })).toThrow(OperatorError);
});

test("deep graphs need no deep stack", () => {
  let f = sin(x);
  for (let k = 0; k < 20_000; k++) f = sin(f);
  expect(substitute(substitute(f, { x: y }), { y: x })).toBe(f);
});
