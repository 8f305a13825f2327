import {
  DomainError,
  LevelError,
  OperatorError,
  ShapeError,
  add,
  div,
  exp,
  mul,
  pow,
  reciprocal,
  sin,
  square,
  sub,
  tanh,
  type Scalar,
  type Scalars,
  value,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, jet, taylor } from "../index.ts";

describe("wrong input", () => {
  test.each([-1, 2.5, NaN, Infinity, 1001])("an order of %d", (order) => {
    const wrong = () => taylor(sin, order)(1);
    expect(wrong).toThrow(DomainError);
    expect(wrong).toThrow(/^taylor: expected an order from 0 to 1000, a whole number, got .+; /);
    expect(() => jet(([x]) => x, order)([[1]])).toThrow(DomainError);
  });

  test("an order that was forgotten, or is text", () => {
    // @ts-expect-error the order is missing
    expect(() => taylor(sin)(1)).toThrow(/got undefined/);
    // @ts-expect-error the order is no number
    expect(() => taylor(sin, "3")(1)).toThrow(/got "3"/);
  });

  test("several inputs without a direction name jet", () => {
    // @ts-expect-error a list where a scalar is expected
    expect(() => taylor(([x]: Scalars) => x, 2)([1, 2])).toThrow(ShapeError);
    // @ts-expect-error a vector where a scalar is expected
    const wrong = () => taylor(sin, 2)(Float64Array.of(1, 2));
    expect(wrong).toThrow(
      /^taylor: expected a scalar to expand at, got a vector of 2; .*jet\(f, order\)/,
    );
  });

  test("no curve", () => {
    // @ts-expect-error a curve has a point at least
    expect(() => jet(([x]) => x, 2)([])).toThrow(
      /^jet: expected the coefficients .* got an array of 0; /,
    );
    // @ts-expect-error a point is no curve
    expect(() => jet((x: Scalar) => x, 2)(5)).toThrow(ShapeError);
  });

  test("a direction of another structure", () => {
    const wrong = () => jet(([x, y]) => add(x, y), 2)([[1, 2], [1]]);
    expect(wrong).toThrow(ShapeError);
    expect(wrong).toThrow(
      /expected the structure \[a scalar,a scalar\], got \[a scalar\]; give every/,
    );
  });

  test("an output that is no value", () => {
    expect(() => taylor(() => undefined, 1)(1)).toThrow(OperatorError);
    // eslint-disable-next-line @typescript-eslint/require-await -- async is the mistake under test
    expect(() => taylor(async (x) => x, 1)(1)).toThrow(/got an object \(Promise\)/);
  });

  test("a function that throws passes its own error on, and ends its series", () => {
    let kept: Scalar = 0;
    const broken = (x: Scalar): Scalar => {
      kept = x;
      throw new RangeError("mine");
    };
    expect(() => taylor(broken, 2)(1)).toThrow(RangeError);
    expect(() => sin(kept)).toThrow(LevelError);
  });

  test("an element that escapes", () => {
    let kept: Scalar = 0;
    taylor((x) => (kept = mul(x, 2)), 2)(1);
    for (const f of [add, pow, div]) expect(() => f(kept, kept)).toThrow(LevelError);
    expect(() => sin(kept)).toThrow(/^sin: .* got Series\(2 \+ .*\), which escaped .*; return it/);
    expect(() => taylor((_x) => kept, 2)(2)).toThrow(LevelError);
    expect(value(kept)).toBe(2);
  });

  test("an element of an inner transformation as output", () => {
    let inner: Scalar = 0;
    const leak = (x: Scalar): Scalar => {
      derivative((y) => (inner = mul(x, y)))(1);
      return inner;
    };
    expect(() => taylor(leak, 2)(1)).toThrow(LevelError);
  });
});

describe("coefficients", () => {
  const factorials = Array.from({ length: 41 }, (_, n) => {
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return product;
  });

  test("of exp and sin to order 40", () => {
    taylor((x) => exp(x), 40)(0).forEach((c, k) => expect(c * factorials[k]!).toBeCloseTo(1, 13));
    const signs = [0, 1, 0, -1];
    taylor(
      (x) => sin(x),
      40,
    )(0).forEach((c, k) => expect(c * factorials[k]!).toBeCloseTo(signs[k % 4]!, 13));
  });

  test("of a rational function to order 40: 1/(1 + x²) at 0 is exact", () => {
    const c = taylor((x) => reciprocal(add(1, square(x))), 40)(0);
    expect(c.map((c) => c + 0)).toEqual(Array.from({ length: 41 }, (_, k) => [1, 0, -1, 0][k % 4]));
  });

  /** tanh⁽ⁿ⁾ = P_n(tanh), P₀ = y, P_{n+1} = (1 − y²)·P_n′, in whole numbers. */
  const tanhPolynomial = (n: number): readonly bigint[] => {
    let P = [0n, 1n];
    for (let k = 0; k < n; k++) {
      const slope = P.slice(1).map((c, i) => c * BigInt(i + 1));
      P = [...slope, 0n, 0n].map((c, i) => c - (i < 2 ? 0n : slope[i - 2]!));
    }
    return P;
  };

  test("of tanh to order 10, by polynomials in tanh", () => {
    const y = Math.tanh(0.25);
    taylor(
      (x) => tanh(x),
      10,
    )(0.25).forEach((c, n) => {
      const exact = tanhPolynomial(n).reduceRight((total, a) => total * y + Number(a), 0);
      expect(Math.abs((c * factorials[n]!) / exact - 1)).toBeLessThan(1e-10);
    });
  });

  test("of x^x at 1, whose derivatives are OEIS A005727", () => {
    const expected = [1, 1, 2, 3, 8, 10, 54, -42, 944, -5112, 47160];
    taylor(
      (x) => pow(x, x),
      10,
    )(1).forEach((c, k) => expect(c * factorials[k]!).toBeCloseTo(expected[k]!, 7));
  });

  test("of whole powers at 0, where they cannot be divided by x", () => {
    expect(taylor((x) => pow(x, 3), 5)(0)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(taylor((x) => pow(x, 0), 2)(0)).toEqual([1, 0, 0]);
    expect(taylor((x) => pow(x, 1), 2)(0)).toEqual([0, 1, 0]);
    expect(taylor((x) => pow(x, 2.5), 3)(0)).toEqual([0, 0, 0, Infinity]);
    expect(taylor((x) => pow(sub(x, 1e-8), 3), 5)(2e-8).slice(3)).toEqual([1, 0, 0]);
  });

  test.each([
    [1.00001, 1e5],
    [1.00001, 1e7],
    [0.9, 1000],
    [-1.1, 65],
    [1.1, 64],
  ])("of %d to the power %d, by the binomial theorem", (x, n) => {
    const c = taylor((x) => pow(x, n), 20)(x);
    let binomial = 1;
    for (let k = 0; k <= 20; binomial *= (n - k) / ++k)
      expect(Math.abs(c[k]! / (binomial * x ** (n - k)) - 1)).toBeLessThan(3e-15);
  });

  test("of a high power at 0 and below its range", () => {
    expect(taylor((x) => pow(x, 100), 101)(0).slice(99)).toEqual([0, 1, 0]);
    expect(taylor((x) => pow(x, 100), 101)(1e-6)[99]).toBeCloseTo(1e-4, 18);
  });

  test("of powers by arrays, and out of the range of their value", () => {
    const squares = taylor((x) => pow(x, Float64Array.of(0, 1, 2)), 2)(0);
    expect(squares).toEqual([
      Float64Array.of(1, 0, 0),
      Float64Array.of(0, 1, 0),
      Float64Array.of(0, 0, 1),
    ]);
    expect(taylor((x) => pow(x, 2), 2)(1e200)).toEqual([Infinity, 2e200, 1]);
    expect(taylor((x) => pow(x, -2), 1)(1e200)).toEqual([0, 0]);
  });

  test("of an order that is 0 are the value", () => {
    expect(taylor(exp, 0)(0)).toEqual([1]);
    expect(
      jet(
        ([x, y]) => mul(x, y),
        0,
      )([
        [2, 3],
        [1, 1],
      ]),
    ).toEqual([6]);
  });
});
