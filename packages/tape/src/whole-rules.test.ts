import {
  type Bilinear,
  type Linear,
  type Scalar,
  type Structured,
  type Value,
  type Vector,
  LevelError,
  Matrix,
  add,
  at,
  bilinear,
  binary,
  entriesOf,
  linear,
  mul,
  sqrt,
  square,
  structured,
  sum,
  unary,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, hvp, jacobian, pullback, record } from "./index.ts";

// Rules of one's own that take whole arrays, or give another derivative than a number.

/** The product of two complex numbers, each a vector of 2. */
const times: Bilinear = bilinear("times", {
  value: (x, y) => {
    const [a = NaN, b = NaN] = entriesOf(x);
    const [c = NaN, d = NaN] = entriesOf(y);
    return Float64Array.of(a * c - b * d, a * d + b * c);
  },
  shape: (x) => x,
  adjoints: [(bar, y) => times(bar, conjugate(y)), (bar, x) => times(bar, conjugate(x))],
});

const conjugate = (z: Value): Value => mul(z as Vector, Float64Array.of(1, -1));

const z = Float64Array.of(2, 3);

describe("a product of complex numbers", () => {
  const squared = (x: Vector): Vector => times(x, x) as Vector;

  test("its Jacobian is that of 2z, which obeys Cauchy and Riemann", () => {
    expect(jacobian(squared)(z)).toEqual(new Matrix(2, 2, Float64Array.of(4, -6, 6, 4)));
  });

  test("a constant factor gets no adjoint, on either side", () => {
    const w = Float64Array.of(5, -1);
    const bar = Float64Array.of(1, 2);
    const expected = times(bar, conjugate(w));
    expect(pullback((x: Vector) => times(x, w))(z).pullback(bar)).toEqual(expected);
    expect(pullback((x: Vector) => times(w, x))(z).pullback(bar)).toEqual(expected);
  });

  test("Re z³ has the Hessian of a harmonic function", () => {
    const real = (x: Vector): Scalar =>
      sum(mul(times(squared(x), x) as Vector, Float64Array.of(1, 0)));
    // (6·Re z, −6·Im z; −6·Im z, −6·Re z)
    expect(hvp(real)(z, Float64Array.of(1, 0))).toEqual(Float64Array.of(12, -18));
    expect(hvp(real)(z, Float64Array.of(0, 1))).toEqual(Float64Array.of(-18, -12));
  });

  test("a record of it is replayed at other points", () => {
    const tape = record((x: Vector) => sum(times(squared(x), z) as Vector))(z);
    const at = Float64Array.of(-1, 4);
    expect(tape.gradient(at)).toEqual(
      gradient((x: Vector) => sum(times(squared(x), z) as Vector))(at),
    );
  });
});

test("an operation without results is recorded, and hands nothing back", () => {
  const seen: number[][] = [];
  const tell: Structured = structured("tell", {
    value: ([x]) => (seen.push([...entriesOf(x!)]), []),
    shape: () => [],
    pushforward: () => [],
    pullback: (_bars, [x = NaN]) => [mul(x as Vector, 0)],
  });
  const f = (x: Vector): Scalar => {
    const y = square(x);
    tell([y]);
    const [a, b] = [at(y, 0), at(y, 1)];
    return mul(a, add(b, mul(a, b)));
  };
  const x = Float64Array.of(2, 3);
  // y₁y₂ + y₁²y₂ where y = (4, 9)
  expect(gradient(f)(x)).toEqual(Float64Array.of((9 + 72) * 4, (4 + 16) * 6));
  expect(seen).toEqual([[4, 9]]);
});

describe("a rule that holds an element of the derivative around it", () => {
  const scaled = (c: Scalar): Linear =>
    linear("scaled", {
      value: (x) => x,
      shape: (shape) => shape,
      adjoint: (bar) => mul(bar as Vector, c),
    });

  test.each<[string, string, (c: Scalar) => Scalar]>([
    [
      "an adjoint",
      "Node(Vector 2 [3, 3])",
      (c) => at(gradient((x: Vector) => sum(scaled(c)(x) as Vector))(Float64Array.of(1, 2)), 0),
    ],
    [
      "a partial derivative",
      "Node(9)",
      (c) => {
        const own = unary("own", { value: (y) => y, partial: () => square(c) });
        return gradient((x: Scalar) => own(x))(1);
      },
    ],
    [
      "one of two",
      "Node(9)",
      (c) => {
        const own = binary("own", { value: (y) => y, partials: [() => square(c), () => 0] });
        return gradient((x: Scalar) => own(x, 1))(1);
      },
    ],
  ])("in %s is refused, where it would be taken for a constant", (_where, got, outer) => {
    expect(() => gradient(outer)(3)).toThrow(LevelError);
    expect(() => gradient(outer)(3)).toThrow(
      `tape: expected a rule made of its operands, got ${got} of an outer derivative in it; pass captured elements as operands`,
    );
  });
});

describe("a record of a rule whose partial derivative is not always a number", () => {
  const partial = (x: Value): Value => (Number(x) < 3 ? 2 : Float64Array.of(2, 5));

  test("is evaluated again where it is none, with the error of that evaluation", () => {
    const one = unary("one", { value: (x) => 2 * x, partial });
    const two = binary("two", { value: (x) => 2 * x, partials: [partial, () => 0] });
    for (const f of [(x: Scalar) => one(x), (x: Scalar) => two(x, 1)]) {
      const tape = record((x: Scalar) => square(f(x)))(1);
      expect(tape.gradient(2)).toBe(16);
      const again = gradient((x: Scalar) => square(f(x)));
      expect(outcome(() => tape.gradient(4))).toEqual(outcome(() => again(4)));
    }
  });

  const outcome = (f: () => unknown): unknown => {
    try {
      return f();
    } catch (error) {
      return String(error);
    }
  };
});

describe("a record of a function whose results change their shape", () => {
  test("is evaluated again where an operation gives an array of another length", () => {
    // A rule that states the shape by what it computed last.
    let length = 2;
    const spread: Structured = structured("spread", {
      value: ([x]) => [new Float64Array(length).fill(Number(x))],
      shape: () => [[length]],
      pushforward: ([dx = 0]) => [vector(Array.from({ length }, () => dx as Scalar))],
    });
    const f = (x: Scalar): Scalar => sum(spread([x])[0] as Vector);
    const tape = record(f)(1);
    expect(tape.gradient(2)).toBe(2);
    length = 3;
    expect(tape.gradient(2)).toBe(3);
  });
});

test("what is computed and not used hands nothing back, be its derivative infinite", () => {
  const f = (c: Scalar): Scalar =>
    gradient((x: Scalar) => {
      sqrt(x);
      return mul(x, c);
    })(0);
  expect(gradient(f)(3)).toBe(1);
});
