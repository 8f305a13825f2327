import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  Matrix,
  OperatorError,
  add,
  at,
  div,
  exp,
  mul,
  pow,
  sin,
  square,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, mixedPartials, taylor } from "../index.ts";
import { degreeOf, interpolation, multiIndices } from "./interpolation.ts";

const product = ([x, y]: Scalars<2>): Scalar => mul(square(x), y);

describe("wrong input", () => {
  test.each([-1, 1.5, 21])("an order of %d", (order) => {
    expect(() => mixedPartials(product, order)([1, 2])).toThrow(DomainError);
    expect(() => mixedPartials(product, order)([1, 2])).toThrow(
      /^mixedPartials: expected an order from 0 to 20/,
    );
  });

  test.each([[[1]], [[2, 2]], [[1, -1]], [[0.5, 0.5]], [[0, 0, 0]]])(
    "no derivative (%s)",
    (index) => {
      const partials = mixedPartials(product, 3)([2, 3]);
      expect(() => partials.at(...index)).toThrow(DomainError);
      expect(() => partials.at(...index)).toThrow(/expected 2 orders with a sum up to 3, got \(/);
    },
  );

  test("an output that is no value", () => {
    expect(() => mixedPartials(() => undefined, 2)([1])).toThrow(OperatorError);
  });
});

describe("interpolation", () => {
  test("multi-indices, the first variable's powers falling", () => {
    expect(multiIndices(2, 2)).toEqual([
      [2, 0],
      [1, 1],
      [0, 2],
    ]);
    expect(multiIndices(3, 4)).toHaveLength(15);
    expect(multiIndices(0, 0)).toEqual([[]]);
    expect(multiIndices(0, 2)).toEqual([]);
  });

  test.each([
    [2, 2],
    [2, 5],
    [3, 3],
    [3, 4],
  ])("is exact on monomials of %d variables to degree %d", (n, d) => {
    const weight = interpolation(d);
    for (const a of multiIndices(n, d)) {
      for (const i of multiIndices(n, d)) {
        // x^a along t·j is j^a·t^d; its derivative of order i is a! for i = a, else 0.
        const terms = multiIndices(n, d).map(
          (j) => weight(i, j) * a.reduce((p, power, l) => p * j[l]! ** power, 1),
        );
        const factorial = (m: number): number => (m < 2 ? 1 : m * factorial(m - 1));
        const expected = String(i) === String(a) ? a.reduce((p, m) => p * factorial(m), 1) : 0;
        const size = terms.reduce((s, x) => s + Math.abs(x), 0);
        expect(Math.abs(terms.reduce((s, x) => s + x, 0) - expected)).toBeLessThanOrEqual(
          1e-14 * size,
        );
      }
    }
  });
});

describe("derivatives", () => {
  test("of a monomial, by name and in order", () => {
    const partials = mixedPartials(product, 3)([2, 3]);
    expect(partials.at(0, 0)).toBe(12);
    expect(partials.at(2, 1)).toBeCloseTo(2, 14);
    expect([...partials].map(([index]) => index).slice(0, 4)).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 0],
    ]);
    expect([...partials]).toHaveLength(10);
    expect([partials.order, partials.variables]).toEqual([3, 2]);
  });

  test.each([4, 8, 10])("to order %d in closed form", (order) => {
    const partials = mixedPartials(
      ([x, y]: Scalars<2>) => mul(exp(x), sin(mul(2, y))),
      order,
    )([0.3, 0.2]);
    const turn = [Math.sin(0.4), Math.cos(0.4), -Math.sin(0.4), -Math.cos(0.4)];
    for (const [[i, j], got] of partials as Iterable<[[number, number], number]>) {
      expect(i + j).toBeLessThanOrEqual(order);
      expect(Math.abs(got / (Math.exp(0.3) * 2 ** j * turn[j % 4]!) - 1)).toBeLessThan(1e-10);
    }
  });

  test("of three variables agree with nested derivatives", () => {
    const f = (x: Scalar, y: Scalar, z: Scalar): Scalar =>
      div(sin(mul(x, y)), add(z, exp(mul(x, z))));
    const partials = mixedPartials(([x, y, z]: Scalars<3>) => f(x, y, z), 4)([0.7, 0.4, 1.2]);
    const nested = derivative((x) =>
      derivative((y) => derivative((z) => derivative((w) => f(x, y, w))(z))(1.2))(0.4),
    )(0.7);
    expect(partials.at(1, 1, 2)).toBeCloseTo(nested, 12);
    expect(partials.at(0, 0, 4)).toBeCloseTo(24 * taylor((z) => f(0.7, 0.4, z), 4)(1.2)[4]!, 12);
  });

  test("come in the output's container, of any container", () => {
    const f = ({ a, b }: { a: Scalar; b: Vector }) => ({ y: mul(a, b), z: [pow(at(b, 0), 2)] });
    const partials = mixedPartials(f, 2)({ a: 2, b: Float64Array.of(3, 5) });
    expect(partials.at(0, 0, 0)).toEqual({ y: Float64Array.of(6, 10), z: [9] });
    expect(partials.at(1, 0, 1)).toEqual({ y: Float64Array.of(0, 1), z: [0] });
    expect(partials.at(0, 2, 0)).toEqual({ y: Float64Array.of(0, 0), z: [2] });
  });

  test("of a matrix, its entries row by row; constants are held", () => {
    const f = (A: Matrix, k: number): Scalar => mul(k, at(square(A), 1, 0));
    const partials = mixedPartials(f, 2)(
      Matrix.fromRows([
        [1, 2],
        [3, 4],
      ]),
      10,
    );
    expect(partials.at(0, 0, 2, 0)).toBe(20);
    expect(partials.at(0, 0, 1, 0)).toBe(60);
  });

  test("no inputs, no order", () => {
    expect(mixedPartials(() => 5, 3)([]).at()).toBe(5);
    expect([...mixedPartials(product, 0)([2, 3])]).toEqual([[[0, 0], 12]]);
  });

  test("can be differentiated: ∂/∂x of ∂²f/∂y² is ∂³f/∂x∂y²", () => {
    const f = ([x, y]: Scalars<2>): Scalar => sin(mul(x, square(y)));
    const direct = mixedPartials(f, 3)([0.5, 0.8]).at(1, 2);
    const nested = derivative((x) => mixedPartials(f, 2)([x, 0.8]).at(0, 2))(0.5);
    expect(nested).toBeCloseTo(direct, 12);
    expect(degreeOf([1, 2])).toBe(3);
  });
});
