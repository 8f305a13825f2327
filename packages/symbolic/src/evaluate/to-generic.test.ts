import {
  abs,
  add,
  cos,
  DomainError,
  exp,
  Matrix,
  max,
  mul,
  pow,
  ShapeError,
  sin,
  square,
  step,
  sub,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { parse, symbols, toFunction, toText, trace } from "../index.ts";
import { toGeneric } from "./to-generic.ts";

const [x, y] = symbols("x y");

describe("wrong input", () => {
  test("variables", () => {
    expect(() => toGeneric(mul(x, y), [x])).toThrow(
      "toGeneric: expected a place for each variable, got none for y; add it to the variables",
    );
    expect(() => toGeneric(x, [x, x])).toThrow(DomainError);
    expect(() => toGeneric(x, [sin(x)])).toThrow(DomainError);
  });

  test("another structure than that of the variables", () => {
    const f = toGeneric(mul(x, y), [x, y]) as (x: unknown) => unknown;
    expect(() => f([1])).toThrow(ShapeError);
    expect(() => f(1)).toThrow(
      "function: expected the structure [a scalar,a scalar], got a scalar",
    );
  });
});

test("numbers give what toFunction gives", () => {
  const formulas = [
    add(mul(x, exp(y)), pow(x, 3)),
    max(x, y),
    abs(sub(x, y)),
    step(x),
    where("lt", x, y, sin(x), cos(y)),
  ];
  const [generic, plain] = [toGeneric(formulas, [x, y]), toFunction(formulas, [x, y])];
  for (const [a, b] of [
    [0.3, -2],
    [-1.5, 0.7],
    [2, 2],
  ] as const) {
    expect(generic([a, b])).toEqual(plain(a, b));
  }
});

test("a container like that of the variables goes in, one like that of the formulas comes out", () => {
  const f = toGeneric({ p: vector([x, square(y)]), q: [y] }, { a: vector([x, y]) });
  expect(f({ a: Float64Array.of(2, 3) })).toEqual({ p: Float64Array.of(2, 9), q: [3] });
  const matrix = parse("[[x, y], [y, x]]") as typeof x;
  expect(toGeneric(matrix, [x, y])([1, 2])).toEqual(
    Matrix.fromRows([
      [1, 2],
      [2, 1],
    ]),
  );
});

test("it is the way back from trace", () => {
  const f = mul(sin(x), add(x, exp(y)));
  expect(toText(trace(toGeneric(f, [x, y]), [x, y]))).toBe(toText(f));
  expect(trace(toGeneric(f, [x, y]), [x, y]) === f).toBe(true);
});
