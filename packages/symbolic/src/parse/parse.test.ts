import {
  add,
  atan2,
  clamp,
  cos,
  div,
  log,
  mul,
  neg,
  pow,
  type Scalar,
  sin,
  square,
  sub,
  where,
} from "@jacobian/core";
import { polygamma } from "@jacobian/core/special";
import { cases } from "@tooling/vitest/cases";
import { describe, expect, expectTypeOf, test } from "vitest";
import { constant, e, parse, pi, symbols, toText } from "../index.ts";
import type { Parsed, Formula, FormulaArray } from "../index.ts";

const [x, y, z] = symbols("x y z");

describe("operators", () => {
  test.for<readonly [string, Scalar]>([
    ["x - y - z", sub(sub(x, y), z)],
    ["x/y*z", mul(div(x, y), z)],
    ["x + y*z", add(x, mul(y, z))],
    ["x^y^z", pow(x, pow(y, z))],
    ["x**2", square(x)],
    ["-x^2", neg(square(x))],
    ["(-x)^2", square(neg(x))],
    ["2^-x", pow(2, neg(x))],
    ["2^-x*y", mul(pow(2, neg(x)), y)],
    ["2^-x^y", pow(2, neg(pow(x, y)))],
    ["-x*y", neg(mul(x, y))],
    ["-2*x", mul(-2, x)],
    ["-2^x", neg(pow(2, x))],
    ["x/-y*z", mul(div(x, neg(y)), z)],
    ["x - -y", sub(x, neg(y))],
    ["--x", x],
    ["x +\n\n y # and no more", add(x, y)],
    ["(x\n+ y)", add(x, y)],
  ])("%s", ([text, formula]) => {
    expect(parse(text)).toBe(formula);
  });
});

describe("numbers are exact", () => {
  test.for<readonly [string, Scalar]>([
    ["0.1 + 0.2", constant(0.3)],
    ["1/3", constant({ n: 1n, d: 3n })],
    [".5e1", constant(5)],
    ["2.", constant(2)],
    ["12345678901234567890", constant({ n: 12345678901234567890n, d: 1n })],
    ["1e-400", constant({ n: 1n, d: 10n ** 400n })],
    ["-inf", constant(-Infinity)],
    ["nan", constant(NaN)],
  ])("%s", ([text, formula]) => {
    expect(parse(text)).toBe(formula);
  });
});

describe("names", () => {
  test("of constants and functions", () => {
    expect(parse("ln(x) + arctan2(pi, e)")).toBe(add(log(x), atan2(pi, e)));
    expect(parse("polygamma(2, x)")).toBe(polygamma(2, x));
    expect(parse("clamp(x, -1/2, pi)")).toBe(clamp(x, -0.5, Math.PI));
    expect(parse("where(x < 0, y, z)")).toBe(where("lt", x, 0, y, z));
  });

  test("of letters with marks, digits and subscripts; π is the constant", () => {
    expect(parse("e\u0301 + x₁")).toBe(add(...symbols("\u00e9 x₁")));
    expect(parse("2*π")).toBe(parse("2*pi"));
    const [pi] = symbols("π");
    expect(parse("π", { variables: [pi] })).toBe(pi);
  });

  test("are names, whatever an object has", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "θ", "変数_1"]) {
      const [variable] = symbols(name);
      expect(parse(name)).toBe(variable);
      expect(() => parse(`${name}(x)`)).toThrow(/expected a function before \(/u);
    }
  });

  test("stand for the variables given, before constants and functions", () => {
    const [r] = symbols("r", { positive: true });
    const variables = [r, ...symbols("e sin")];
    expect(parse("r", { variables })).toBe(r);
    expect(parse("e + sin(sin)", { variables })).toBe(add(variables[1]!, sin(variables[2]!)));
    expect(() => parse("R", { variables })).toThrow(/one of the variables given \(r, e, sin\)/u);
  });

  test("of a user's functions", () => {
    const functions = {
      hill: (u: Scalar, n: Scalar) => div(pow(u, n), add(1, pow(u, n))),
      zero: () => 0,
      cos: sin,
    };
    expect(toText(parse("hill(x, 3)", { functions }))).toBe("x^3/(1 + x^3)");
    expect(parse("cos(x)", { functions })).toBe(sin(x));
    expect(() => parse("hill(x)", { functions })).toThrow(/expected 2 arguments of hill/u);
  });

  test("can be defined", () => {
    expect(parse("r := cos(x); s := r*r\nr + s")).toBe(add(cos(x), mul(cos(x), cos(x))));
  });
});

describe("outputs", () => {
  test("one is a formula, several are a list", () => {
    const one = parse("x*y");
    expectTypeOf(one).toEqualTypeOf<Formula>();
    const [u, v] = parse("x*cos(y); x*sin(y)");
    expectTypeOf(v).toEqualTypeOf<Formula>();
    expect(u).toBe(mul(x, cos(y)));
    expect(v).toBe(mul(x, sin(y)));
    expectTypeOf(parse("x;")).toEqualTypeOf<Formula>();
    expect(parse("x;")).toBe(x);
  });

  test("of a text that the types do not know, either", () => {
    const text = ["x"].join();
    expectTypeOf(parse(text)).toEqualTypeOf<Parsed | readonly Parsed[]>();
    expectTypeOf(parse("x # a; b")).toEqualTypeOf<Parsed | readonly Parsed[]>();
  });

  test("vectors and matrices", () => {
    const vector = parse("[x, 2*y]") as FormulaArray;
    expect(vector.shape).toEqual([2]);
    expect(vector.entries[1]).toBe(mul(2, y));
    const matrix = parse("[[x, y, z], [1, 2, 3]]") as FormulaArray;
    expect(matrix.shape).toEqual([2, 3]);
    expect((parse("2*[x, y]") as FormulaArray).entries[1]).toBe(mul(2, y));
  });
});

describe("size costs no more than in proportion", () => {
  const n = cases(20_000, 100_000);

  test.for([
    ["nested parentheses", "(".repeat(5 * n) + "x" + ")".repeat(5 * n)],
    ["nested calls", "sin(".repeat(n) + "x" + ")".repeat(n)],
    ["signs", "-".repeat(10 * n) + "x"],
    ["terms", Array.from({ length: n }, (_, k) => `${k}*x`).join(" + ")],
    ["powers", "x^".repeat(2 * n) + "x"],
    ["fractions", Array.from({ length: n }, (_, k) => `1/${k + 3}`).join("+")],
    ["a name", "x".repeat(10 * n)],
    ["outputs", "x;".repeat(3 * n)],
    ["entries", `[${"x,".repeat(3 * n)}x]`],
  ])("%s", ([, text]) => {
    expect(() => parse(text!)).not.toThrow();
  });
});
