import { add, cos, div, matrix, mul, neg, type Scalar, sin, square, unary } from "@jacobian/core";
import * as fc from "fast-check";
import { cases } from "@tooling/vitest/cases";
import { holds } from "@tooling/vitest/holds";
import { describe, expect, test } from "vitest";
import { Formula, parse, symbols, toText, trace } from "../index.ts";
import { formulas, variablesOf } from "../../test-support/random-formulas.ts";

const [x, y] = symbols("x y");

test.for([
  "r*cos(theta)",
  "x^2",
  "-x",
  "-x*y",
  "1/2",
  "0.1",
  "1/3",
  "-1/2*x",
  "-2*x*y",
  "a - b",
  "a - (b - c)",
  "a + b - c",
  "sqrt(x)",
  "1/x/y",
  "x*(1/y)",
  "2^-x",
  "x^y^z",
  "(x^y)^z",
  "(-x)^2",
  "-x^2",
  "(-x)*y",
  "x*-y",
  "-(2*x)",
  "-2^x",
  "where(x <= 0, -inf, nan)",
  "clamp(x, -1, 0.125)",
  "polygamma(2, x)",
  "[a, b^2]",
  "[[a, b], [c, d]]",
  "1e300*x - 1e-9",
  "3.14159*pi",
])("%s is printed as it reads", (text) => {
  const formula = parse(text) as Formula;
  // 1/8 is as short as 0.125, and the fraction is printed.
  expect(toText(formula)).toBe(text.replace("0.125", "1/8"));
});

describe("what is printed is read back to the same formula", () => {
  holds(
    "whatever the formula",
    fc.property(formulas, (formula) => {
      const back = parse(toText(formula), { variables: variablesOf(formula) });
      return back === formula;
    }),
    { few: 500, many: 2000, print: String },
  );

  test("and no parentheses are printed that could be left out", () => {
    const arithmetic = fc
      .stringMatching(/^-?[xyz2](?:[-+*/^]-?\(?-?[xyz3]|\)){0,9}$/)
      .filter((text) => isParsed(text));
    fc.assert(
      fc.property(arithmetic, (text) => {
        const formula = parse(text) as Formula;
        for (const without of withoutPairs(toText(formula))) {
          if (isParsed(without) && (parse(without) as unknown) === formula) return false;
        }
        return true;
      }),
      { numRuns: cases(300, 1000) },
    );
  });

  test("with primitives of a user", () => {
    const cube = unary("cube", { value: (t) => t ** 3, partial: (t) => mul(3, square(t)) });
    const damped = unary<number>("damped", { value: (t, c) => t * c, partial: (_t, _y, c) => c });
    const formula = add(cube(x), damped(y, 0.5));
    expect(toText(formula)).toBe("cube(x) + damped(y, 1/2)");
    const back = parse("cube(x) + damped(y, 1/2)", { functions: { cube, damped } });
    expect(back).toBe(formula);
  });
});

const isParsed = (text: string): boolean => {
  try {
    return parse(text) instanceof Formula;
  } catch {
    return false;
  }
};

/** The text without one pair of parentheses, for each; a minus in front of a minus keeps its own. */
const withoutPairs = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!-)\(/g)].map(({ index }) => {
    let [end, depth] = [index, 0];
    do depth += text[end] === "(" ? 1 : text[end] === ")" ? -1 : 0;
    while (depth > 0 && ++end < text.length);
    return text.slice(0, index) + text.slice(index + 1, end) + text.slice(end + 1);
  });

test("lists and objects take a line for each formula, numbers are constants", () => {
  expect(toText([add(x, 1), { u: y, v: 0.5 }])).toBe("x + 1\ny\n1/2");
  expect(toText(Float64Array.of(1, 2))).toBe("[1, 2]");
  const jacobian = trace(
    ([r, t]: readonly [Scalar, Scalar]) =>
      matrix([
        [r, t],
        [mul(r, t), 1],
      ]),
    [x, y],
  );
  expect(toText(jacobian)).toBe("[[x, y], [x*y, 1]]");
});

describe("shared parts", () => {
  test("are written out", () => {
    expect(toText(mul(sin(x), add(sin(x), 1)))).toBe("sin(x)*(sin(x) + 1)");
  });

  test("have names where the text would grow beyond bounds", () => {
    const [t1] = symbols("t1");
    let power: Scalar = add(t1, 1);
    for (let k = 0; k < 200; k++) power = mul(power, cos(power));
    const text = toText(power);
    expect(text.startsWith("t2 := t1 + 1\nt3 := t2*cos(t2)\n")).toBe(true);
    expect(text.length).toBeLessThan(10_000);
    expect(parse(text)).toBe(power);
  });
});

describe("a deep formula", () => {
  const n = cases(20_000, 100_000);

  const deep = (step: (total: Scalar, k: number) => Scalar): Formula => {
    let total: Scalar = x;
    for (let k = 1; k <= n; k++) total = step(total, k);
    return total as Formula;
  };

  test.for([
    ["to the left", deep((total, k) => add(total, mul(k, y)))],
    ["to the right", deep((total, k) => div(k, total))],
    ["in functions", deep((total) => neg(sin(total)))],
  ] as const)("%s is printed and read back", ([, formula]) => {
    expect(parse(toText(formula)) === formula).toBe(true);
  });
});
