import {
  abs,
  amax,
  at,
  clamp,
  cos,
  div,
  DomainError,
  floor,
  leakyRelu,
  max,
  mul,
  neg,
  piecewise,
  pow,
  relu,
  type Scalar,
  ShapeError,
  sin,
  sqrt,
  square,
  tanh,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { constant, e, evaluate, operations, symbols } from "../index.ts";
import { differentiate } from "./differentiate.ts";
import { directional } from "./directional.ts";
import { gradient } from "./gradient.ts";
import { hessian } from "./hessian.ts";
import { jacobian } from "./jacobian.ts";

const [x, y] = symbols("x y");

describe("differentiate", () => {
  test("applies the chain rule as it reads", () => {
    expect(differentiate(sin(square(x)), x)).toBe(mul(cos(square(x)), mul(2, x)));
    expect(differentiate(e, x)).toBe(constant(0));
    expect(differentiate(pow(x, 3), x, 2)).toBe(mul(3, mul(2, x)));
    expect(differentiate(sin(x), x, 0)).toBe(sin(x));
  });

  test("shows no primitive that has no name of its own", () => {
    expect(differentiate(tanh(x), x).toString()).not.toContain("sech");
    expect(differentiate(pow(2, x), x).toString()).not.toContain("where");
  });

  test("keeps a container", () => {
    const { a, b } = differentiate({ a: [mul(x, x), 5], b: vector([x, mul(y, x)]) }, x);
    expect(a[1]).toBe(constant(0));
    expect(b.shape).toEqual([2]);
    expect(at(b, 1)).toBe(y);
  });

  test("refuses what is no variable", () => {
    expect(() => differentiate(sin(x), sin(x))).toThrow(DomainError);
    expect(() => differentiate(sin(x), x, 1.5)).toThrow(DomainError);
    const [other] = symbols("x", { positive: true });
    expect(() => differentiate(sin(x), other)).toThrow(DomainError);
  });
});

describe("gradient", () => {
  test("is laid out as its variables", () => {
    const { u, v } = gradient(mul(x, sin(y)), { u: x, v: [y] });
    expect(u).toBe(sin(y));
    expect(v[0]).toBe(mul(x, cos(y)));
    expect(gradient(x, vector([x, y])).shape).toEqual([2]);
  });

  test("costs a small multiple of the formula, however many variables", () => {
    const list = symbols(Array.from({ length: 300 }, (_, k) => `x${k}`).join(" "));
    const product = list.reduce<Scalar>((total, v) => sin(mul(total, v)), 1);
    expect(operations(...gradient(product, list))).toBeLessThan(4 * operations(product));
  });

  test("refuses several outputs", () => {
    expect(() => gradient(vector([x, y]) as unknown as Scalar, [x])).toThrow(ShapeError);
  });
});

describe("jacobian, hessian, directional", () => {
  test("rows are outputs, columns variables, whichever side is swept", () => {
    const polar = [mul(x, cos(y)), mul(x, sin(y))];
    const J = jacobian(polar, [x, y]);
    expect(J.shape).toEqual([2, 2]);
    expect(at(J, 1, 0)).toBe(sin(y));
    const row = jacobian(polar[0]!, [x, y]);
    expect(row.shape).toEqual([1, 2]);
    expect(at(row, 0, 0)).toBe(cos(y));
    expect(jacobian(polar, y).shape).toEqual([2, 1]);
  });

  test("a Hessian is symmetric, entry for entry", () => {
    const H = hessian(sin(mul(x, mul(y, y))), [x, y]);
    expect(at(H, 0, 1)).toBe(at(H, 1, 0));
  });

  test("a direction has the structure of the variables", () => {
    expect(directional(mul(x, y), { x, y }, { x: 0, y: 1 })).toBe(x);
    expect(directional(mul(x, y), [x, x], [1, 1])).toBe(mul(y, 2));
    expect(() => directional(x, [x, y], [1])).toThrow(ShapeError);
  });
});

/** max(−x, 2y) where y is positive, elsewhere |−x|. */
const bent = piecewise("bent", {
  arity: 2,
  value: (x, y) => (y > 0 ? Math.max(-x, 2 * y) : Math.abs(-x)),
  pieces: [(x, y) => max(neg(x), mul(2, y)), (x) => abs(neg(x))],
  switches: [[(_x, y) => y, () => 0]],
  atTie: "mean",
});

describe("pieces keep their conditions and the convention at a tie", () => {
  test.each<[string, Scalar, Scalar]>([
    ["relu", relu(x), where("le", x, 0, 0, 1)],
    ["abs", abs(x), where("lt", x, 0, -1, where("eq", x, 0, 0, 1))],
    ["max", max(x, y), where("lt", x, y, 0, where("eq", x, y, 0.5, 1))],
    ["where", where("gt", x, 0, sqrt(x), y), where("gt", x, 0, div(0.5, sqrt(x)), 0)],
    ["floor", floor(x), constant(0)],
    [
      "clamp",
      clamp(x, 0, 1),
      where(
        ...(["lt", 0, x] as const),
        where("lt", x, 1, 1, where("eq", x, 1, 0.5, 0)),
        where("eq", 0, x, 0.5, 0),
      ),
    ],
  ])("%s", (_name, f, expected) => {
    expect(differentiate(f, x)).toBe(expected);
    expect(gradient(f, [x])[0]).toBe(expected);
  });

  test.each<[string, (x: Scalar) => Scalar]>([
    ["abs", (x) => abs(neg(x))],
    ["abs of abs", (x) => abs(neg(abs(neg(x))))],
    ["max with itself", (x) => max(neg(x), x)],
    ["clamp", (x) => clamp(neg(x), -1, 1)],
    ["leakyRelu", (x) => leakyRelu(neg(x), 0.1)],
    ["a user's, whose pieces have pieces", (x) => bent(neg(x), x)],
  ])("of operands that a piece turns back: %s", (_name, f) => {
    const [slope] = gradient(f(x), [x]);
    for (const at of [-1.5, -0.3, 0.3, 1.5]) {
      // A difference of pieces that are straight lines is exact but for rounding.
      const rise = ((f(at + 0.01) as number) - (f(at - 0.01) as number)) / 0.02;
      expect(evaluate(slope, { x: at })).toBeCloseTo(rise, 12);
      expect(evaluate(differentiate(f(x), x), { x: at })).toBeCloseTo(rise, 12);
    }
  });

  test("what is not chosen is not multiplied by 0", () => {
    const f = where("gt", x, 0, sqrt(x), 0);
    expect(gradient(f, [x])[0]).toBe(differentiate(f, x));
    const table = [1, 2, 3].reduceRight<Scalar>(
      (rest, b) => where("lt", x, b, pow(x, b), rest),
      sin(x),
    );
    expect(gradient(table, [x])[0]).toBe(differentiate(table, x));
  });

  test("nested deeper than a guard goes, at a cost that grows with the formula alone", () => {
    const n = 200;
    const list = symbols(Array.from({ length: n }, (_, k) => `x${k}`).join(" "));
    const slopes = gradient(amax(vector(list)), list);
    const values = list.map((v, k) => [v, k === 70 ? 2 : Math.sin(k)] as const);
    expect(evaluate(slopes, values)).toEqual(list.map((_, k) => (k === 70 ? 1 : 0)));
    expect(operations(...slopes)).toBeLessThan(50 * n);
  });
});
