import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  Matrix,
  OperatorError,
  add,
  at,
  compose,
  cos,
  derivative,
  diagonalMatrix,
  gradient,
  jacobian,
  matmul,
  mul,
  sin,
  sqrt,
  square,
  tanh,
} from "../index.ts";
import { bracketingOf, printOrder } from "./bracketing.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const norm = ([x, y]: Scalars<2>) => sqrt(add(square(x), square(y)));

/** Every bracketing of the factors i to j, and what it costs: the definition. */
const all = (
  widths: readonly number[],
  i: number,
  j: number,
): readonly [text: string, cost: number][] => {
  if (i === j) return [[`J${i}`, 0]];
  const found: [string, number][] = [];
  for (let s = i; s < j; s++) {
    for (const [right, r] of all(widths, i, s)) {
      for (const [left, l] of all(widths, s + 1, j)) {
        const [a, b] = [s + 1 < j ? `(${left})` : left, i < s ? `(${right})` : right];
        found.push([`${a}·${b}`, l + r + widths[j]! * widths[s]! * widths[i - 1]!]);
      }
    }
  }
  return found;
};

describe("wrong input", () => {
  test("no function, or what is none", () => {
    // @ts-expect-error none at all
    expect(() => compose()).toThrow(DomainError);
    // @ts-expect-error a number is no function
    expect(() => compose(polar, 3)).toThrow(OperatorError);
  });
});

describe("compose", () => {
  test("applies the first function first", () => {
    const f = compose(
      (x: Scalar) => add(x, 1),
      (x: Scalar) => mul(x, 10),
    );
    expect(f(2)).toBe(30);
    expect(derivative(f)(2)).toBe(10);
    expect(f.functions).toHaveLength(2);
  });

  test("what it takes and hands out is the caller's to write into", () => {
    const x = Float64Array.of(1, 2);
    const chain = compose((y: Vector) => square(y)).factors(x);
    x.fill(9);
    chain.product().data.fill(9);
    expect(chain.points).toEqual([Float64Array.of(1, 2)]);
    expect(chain.product()).toEqual(diagonalMatrix(Float64Array.of(2, 4)));
  });

  test("factors by hand: the length of a polar point is r", () => {
    const length = compose(polar, norm);
    const { value, points, jacobians, ...rest } = length.factors([2, 0]);
    expect(value).toBe(2);
    expect(points).toEqual([
      [2, 0],
      [2, 0],
    ]);
    expect(jacobians.map((J) => J.toJSON())).toEqual([
      [
        [1, 0],
        [0, 2],
      ],
      [[1, 0]],
    ]);
    expect(rest.multiplications).toEqual({ forward: 4, reverse: 4, optimal: 4 });
    expect(length.factors([2, 0]).product().toJSON()).toEqual([[1, 0]]);
  });

  test("a network W₂·tanh(W₁·x): the product is W₂·diag(σ′)·W₁ and the Jacobian", () => {
    const entries = (n: number, seed: number) =>
      Float64Array.from({ length: n }, (_, k) => Math.sin(seed + 3 * k));
    const [W1, W2] = [new Matrix(4, 3, entries(12, 1)), new Matrix(2, 4, entries(8, 2))];
    const network = compose(
      (x: Vector) => matmul(W1, x),
      (z: Vector) => tanh(z),
      (a: Vector) => matmul(W2, a),
    );
    const x = entries(3, 5);
    const chain = network.factors(x);
    const z = matmul(W1, x);
    const slopes = diagonalMatrix(z.map((entry) => 1 - Math.tanh(entry) ** 2));
    const byHand = matmul(W2, matmul(slopes, W1));
    const J = jacobian(network)(x);
    chain.product().data.forEach((entry, k) => {
      expect(entry).toBeCloseTo(byHand.data[k] ?? NaN, 14);
      expect(entry).toBeCloseTo(J.data[k] ?? NaN, 14);
    });
    // 4×4·4×3 and 2×4·4×3, against 2×4·4×4 and 2×4·4×3.
    expect(chain.multiplications).toEqual({ forward: 72, reverse: 56, optimal: 56 });
    expect(chain.bracketing).toBe("(J3·J2)·J1");
    expect(chain.toString()).toContain("56 in this order, 72 forward, 56 in reverse");
  });

  test("can be differentiated through", () => {
    const f = compose(polar, norm);
    const entry = (t: Scalar) => at(f.factors([t, t]).jacobians[0]!, 1, 1);
    // ∂y/∂θ = r·cos θ
    expect(derivative(entry)(0)).toBe(1);
    expect(gradient(f)([3, 0.2])[0]).toBeCloseTo(1, 15);
  });

  test("types", () => {
    const f = compose(polar, norm);
    expectTypeOf(f([2, 0])).toEqualTypeOf<Scalar>();
    expectTypeOf(gradient(f)([2, 0])).toEqualTypeOf<[number, number]>();
    expectTypeOf(f.factors([2, 0]).product()).toEqualTypeOf<Matrix>();
    expectTypeOf(f.factors([2, 0]).value).toEqualTypeOf<number>();
    const inline = compose(
      ([x, y]) => [mul(x, y), x],
      ([u, v]) => [add(u, v)],
    );
    expectTypeOf(jacobian(inline)([2, 3])).toEqualTypeOf<Matrix>();
    expect(jacobian(inline)([2, 3]).toJSON()).toEqual([[4, 2]]);
  });
});

describe("bracketing", () => {
  test("the classical chain of Cormen et al.: 30, 35, 15, 5, 10, 20, 25", () => {
    // Theirs runs from the left; ours is its transpose, of the same cost.
    const { optimal, order } = bracketingOf([30, 35, 15, 5, 10, 20, 25]);
    expect(optimal).toBe(15125);
    expect(printOrder(order)).toBe("(J6·(J5·J4))·((J3·J2)·J1)");
  });

  test("neither forward nor reverse need be best: narrow in the middle", () => {
    const { forward, reverse, optimal, order } = bracketingOf([9, 8, 1, 8, 9]);
    expect([forward, reverse]).toEqual([9 * 8 + 9 * 8 + 9 * 8 * 9, 9 * 8 + 9 * 8 + 9 * 8 * 9]);
    expect(optimal).toBe(9 * 8 + 9 * 8 + 81);
    expect(printOrder(order)).toBe("(J4·J3)·(J2·J1)");
  });

  test("one factor costs nothing", () => {
    expect(bracketingOf([3, 2])).toEqual({
      forward: 0,
      reverse: 0,
      optimal: 0,
      order: { factor: 1 },
    });
  });

  test("is the least of all bracketings, which stand beside forward and reverse", () => {
    for (let seed = 0; seed < 60; seed++) {
      const widths = Array.from(
        { length: 3 + (seed % 5) },
        (_, k) => 1 + Math.floor(9 * Math.abs(Math.sin(7 * seed + 13 * k))),
      );
      const { forward, reverse, optimal, order } = bracketingOf(widths);
      const every = new Map(all(widths, 1, widths.length - 1));
      expect(optimal).toBe(Math.min(...every.values()));
      expect(every.get(printOrder(order))).toBe(optimal);
      const costs = [...every.values()];
      expect([reverse, forward]).toEqual([costs[0], costs.at(-1)]);
    }
  });
});
