import {
  add,
  cos,
  div,
  DomainError,
  log,
  matrix,
  Matrix,
  mul,
  OperatorError,
  pow,
  sin,
  sqrt,
  sub,
  unary,
  vector,
  where,
} from "@jacobian/core";
import { cases } from "@tooling/vitest/cases";
import { describe, expect, test } from "vitest";
import { constant, pi, symbols } from "../index.ts";
import type { Formula } from "../formula/formula.ts";
import { evaluate } from "./evaluate.ts";

const [x, y] = symbols("x y");

describe("wrong input", () => {
  test("a missing variable is named", () => {
    expect(() => evaluate(mul(x, y), { x: 1 })).toThrow(
      new DomainError(
        "evaluate: expected a number for the variable y, got none among x; give one for each variable",
      ),
    );
    expect(() => evaluate(x, {})).toThrow("got none among no values");
  });

  test("what is no number is shown", () => {
    const wrong = { x: "1" } as unknown as { x: number };
    expect(() => evaluate(x, wrong)).toThrow(/variable x, got "1"/);
    expect(() => evaluate(x, [[sin(x) as Formula, 1]])).toThrow(DomainError);
    expect(() => evaluate("x" as never, {})).toThrow(OperatorError);
  });

  test("values that are neither named nor in pairs", () => {
    expect(() => evaluate(x, undefined as never)).toThrow(
      "evaluate: expected an object of names, or pairs, got undefined; write { x: 2 } or [[x, 2]]",
    );
    expect(() => evaluate(x, [2] as never)).toThrow(DomainError);
  });

  test("names that objects inherit are no values", () => {
    const [constructor, proto] = symbols("constructor __proto__");
    expect(() => evaluate(constructor, {})).toThrow(DomainError);
    expect(() => evaluate(proto, {})).toThrow(DomainError);
    expect(evaluate(proto, [["__proto__", 3]])).toBe(3);
  });
});

describe("values", () => {
  test("by name, by variable, in a Map or in pairs", () => {
    const f = sub(mul(x, 3), y);
    expect(evaluate(f, { x: 2, y: 1 })).toBe(5);
    expect(
      evaluate(
        f,
        new Map([
          ["x", 2],
          ["y", 1],
        ]),
      ),
    ).toBe(5);
    expect(
      evaluate(f, [
        [x, 2],
        [y, 1],
      ]),
    ).toBe(5);
    expect(evaluate(f, { x: 2, y: 1, z: 7 })).toBe(5);
  });

  test("a name stands for all variables of that name", () => {
    const [positive] = symbols("x", { positive: true });
    expect(evaluate(add(x, positive), { x: 2 })).toBe(4);
  });

  test("the container stays", () => {
    expect(evaluate({ a: x, b: [y, 3] }, { x: 1, y: 2 })).toEqual({ a: 1, b: [2, 3] });
    expect(evaluate(vector([x, y]), { x: 1, y: 2 })).toEqual(Float64Array.of(1, 2));
    expect(
      evaluate(
        matrix([
          [x, y],
          [y, x],
        ]),
        { x: 1, y: 2 },
      ),
    ).toEqual(
      Matrix.fromRows([
        [1, 2],
        [2, 1],
      ]),
    );
  });

  test("constants are exact until they are needed", () => {
    expect(evaluate(mul(constant({ n: 1n, d: 3n }), x), { x: 3 })).toBe(1);
    expect(evaluate(cos(pi), {})).toBe(-1);
    expect(evaluate(constant(NaN), {})).toBeNaN();
  });
});

test("what is not chosen may be NaN", () => {
  const f = where("gt", x, 0, log(x), where("eq", x, 0, 0, sqrt(x)));
  expect(evaluate(f, { x: Math.E })).toBe(1);
  expect(evaluate(f, { x: 0 })).toBe(0);
  expect(evaluate(f, { x: -1 })).toBeNaN();
  for (const [relation, below, tie, above] of [
    ["lt", 1, 0, 0],
    ["le", 1, 1, 0],
    ["gt", 0, 0, 1],
    ["ge", 0, 1, 1],
    ["eq", 0, 1, 0],
  ] as const) {
    const g = where(relation, x, 0, 1, 0);
    expect([-1, 0, 1].map((at) => evaluate(g, { x: at }))).toEqual([below, tie, above]);
  }
});

test("short powers are products", () => {
  for (const k of [-4, -3, -2, -1, -0.5, 0.5, 2, 3, 4, 5]) {
    expect(evaluate(pow(x, k), { x: 1.7 })).toBeCloseTo(1.7 ** k, 13);
  }
});

test("primitives of a user are evaluated", () => {
  const cube = unary("cube", { value: (a) => a ** 3, partial: (a) => mul(3, pow(a, 2)) });
  expect(evaluate(cube(x), { x: 2 })).toBe(8);
});

test("depth costs no stack, and sharing no time", () => {
  let deep = x;
  for (let k = 0; k < cases(30_000, 100_000); k++) deep = sin(deep) as Formula;
  expect(evaluate(deep, { x: 1 })).toBeGreaterThan(0);
  let shared = x;
  for (let k = 0; k < 60; k++) shared = div(add(shared, shared), 2) as Formula;
  expect(evaluate(shared, { x: 1 })).toBe(1);
});
