import {
  type Bilinear,
  type Scalar,
  type Structured,
  type Value,
  type Vector,
  LevelError,
  Matrix,
  add,
  at,
  bilinear,
  div,
  entriesOf,
  mul,
  sin,
  square,
  stopGradient,
  structured,
  sub,
  vector,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivative, jacobian, jet, jvp, pushforward, secondDirectional } from "./index.ts";

// Rules of one's own that take whole arrays: a product, a map with several results, a quotient.

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

const squared = (z: Vector): Vector => times(z, z) as Vector;

const z = Float64Array.of(2, 3);

describe("a product of complex numbers", () => {
  test("its Jacobian is that of 2z, which obeys Cauchy and Riemann", () => {
    expect(jacobian(squared)(z)).toEqual(new Matrix(2, 2, Float64Array.of(4, -6, 6, 4)));
  });

  test("with a constant factor it moves with the other one, on either side", () => {
    const dz = Float64Array.of(1, -1);
    const moved = times(dz, z);
    expect(jvp((x: Vector) => times(x, z))(z, dz).tangent).toEqual(moved);
    expect(jvp((x: Vector) => times(z, x))(z, dz).tangent).toEqual(moved);
  });

  test("(z³)″ is 6z", () => {
    const cube = (x: Vector) => times(squared(x), x);
    const one = Float64Array.of(1, 0);
    expect(secondDirectional(cube)(z, one).second).toEqual(Float64Array.of(12, 18));
  });

  test("the series of a product is Cauchy's, and ends where the product does", () => {
    const i = Float64Array.of(0, 1);
    // (2 + 3i + i·t)² = (−5 + 12i) + (−6 + 4i)·t − t²
    const coefficients = jet(squared, 4)([z, i]);
    expect(coefficients.map((c) => [...c])).toEqual([
      [-5, 12],
      [-6, 4],
      [-1, 0],
      [0, 0],
      [0, 0],
    ]);
  });
});

/** Half the sum and half the difference of two vectors: linear, with two results. */
const halves: Structured = structured("halves", {
  value: ([x, y]) => {
    const [a, b] = [entriesOf(x!), entriesOf(y!)];
    return [a.map((p, k) => (p + b[k]!) / 2), a.map((p, k) => (p - b[k]!) / 2)];
  },
  shape: (shapes) => shapes,
  pushforward: (tangents) => halves(tangents),
  pullback: (bars) => halves(bars),
  linearity: "linear",
});

test("a linear map with two results maps a curve coefficient by coefficient", () => {
  const f = ([s]: readonly Scalar[]) => {
    const x = vector([sin(s!), 1]);
    const y = vector([square(s!), s!]);
    return halves([x, y]);
  };
  const [values, ...rest] = jet(f, 5)([[0.3], [1]]);
  const scalars = jet(([s]: readonly Scalar[]) => [sin(s!), square(s!)], 5)([[0.3], [1]]);
  expect(values.map((x) => entriesOf(x)[0])).toEqual([
    (Math.sin(0.3) + 0.09) / 2,
    (Math.sin(0.3) - 0.09) / 2,
  ]);
  rest.forEach((coefficient, k) => {
    const [p, q] = scalars[k + 1]!;
    expect(coefficient.map((x) => entriesOf(x)[0])).toEqual([
      (Number(p) + Number(q)) / 2,
      (Number(p) - Number(q)) / 2,
    ]);
  });
});

/** b/a of complex numbers as a structured rule, the divisor first; ż = a⁻¹·(ḃ − ȧ·z). */
const over = (traits: object) => {
  const quotient: Structured = structured("over", {
    value: ([a, b]) => {
      const size = entriesOf(a!).reduce((total, x) => total + x * x, 0);
      const w = entriesOf(times(b!, conjugate(a!)) as Float64Array);
      return [w.map((x) => x / size)];
    },
    shape: ([a = []]) => [a],
    pushforward: ([da = NaN, db = 0], [a = NaN], [w = NaN]) =>
      quotient([a, sub((db === 0 ? mul(w as Vector, 0) : db) as Vector, times(da, w) as Vector)]),
    ...traits,
  });
  return (a: Value, b: Value): Vector => quotient([a, b])[0] as Vector;
};

/** x·y of complex numbers as a structured rule. */
const product = (traits: object) => {
  const rule = structured("product", {
    value: ([x, y]) => [times(x!, y!) as Float64Array],
    shape: ([x = []]) => [x],
    pushforward: ([dx = NaN, dy = NaN], [x = NaN, y = NaN]) => [
      add(times(dx, y) as Vector, times(x, dy) as Vector),
    ],
    ...traits,
  });
  return (x: Value, y: Value): Vector => rule([x, y])[0] as Vector;
};

describe("a structured rule's series does not depend on what it says of its equation", () => {
  const curve = [z, Float64Array.of(1, -1), Float64Array.of(0.5, 2)] as const;
  const shifted = (x: Vector): Vector => add(x, Float64Array.of(1, 1));
  const entries = (f: (x: Vector) => Vector) =>
    jet(f, 5)(curve).flatMap((coefficient) => [...entriesOf(coefficient)]);
  const close = (f: (x: Vector) => Vector, g: (x: Vector) => Vector) => {
    const expected = entries(g);
    entries(f).forEach((entry, k) => {
      expect(entry).toBeCloseTo(expected[k]!, 12);
    });
  };

  test("a quotient whose divisor comes first", () => {
    const [tied, plain] = [over({ linearity: "leftQuotient" }), over({})];
    close(
      (x) => tied(x, shifted(squared(x))),
      (x) => plain(x, shifted(squared(x))),
    );
    close(
      (x) => times(x, tied(x, shifted(x))) as Vector,
      (x) => shifted(x),
    );
  });

  test("a product", () => {
    const [tied, plain] = [product({ linearity: "bilinear" }), product({})];
    close(
      (x) => tied(x, shifted(x)),
      (x) => plain(x, shifted(x)),
    );
    close(
      (x) => tied(x, shifted(x)),
      (x) => times(x, shifted(x)) as Vector,
    );
  });
});

describe("a pushforward on many tangents at once", () => {
  /** max(x, 0)·x, entry by entry, whose pushforward chooses by the input and reads entries. */
  const own = (tangentOf: (dx: Value, x: Value) => Value) =>
    structured("own", {
      value: ([x]) => [entriesOf(x!).map((a) => Math.max(a, 0) * a)],
      shape: (shapes) => shapes,
      pushforward: ([dx = NaN], [x = NaN]) => [tangentOf(dx, x)],
    });
  const x = Float64Array.of(2, -3, 0.5);
  const diagonal = new Matrix(3, 3, Float64Array.of(4, 0, 0, 0, 0, 0, 0, 0, 1));

  test.each<[string, (dx: Value, x: Value) => Value]>([
    ["selects", (dx, p) => mul(2, where("gt", p, 0, mul(p as Vector, dx as Vector), 0) as Vector)],
    [
      "reads its tangent entry by entry",
      (dx, p) =>
        vector(
          [...(dx as Vector)].map((d, k) =>
            mul(where("gt", at(p as Vector, k), 0, mul(2, at(p as Vector, k)), 0), d),
          ),
        ),
    ],
    [
      "holds its tangent constant",
      (dx, p) =>
        mul(2, stopGradient(where("gt", p, 0, mul(p as Vector, dx as Vector), 0) as Vector)),
    ],
  ])("that %s gives the Jacobian that single directions give", (_what, tangentOf) => {
    const f = (p: Vector): Vector => own(tangentOf)([p])[0] as Vector;
    expect(jacobian(f)(x)).toEqual(diagonal);
    expect(jacobian((p: Vector) => f(mul(2, p)))(div(x, 2))).toEqual(mul(2, diagonal));
    expect(jacobian(f, { chunk: 1 })(x)).toEqual(diagonal);
  });
});

test("a function-valued output in more directions than a chunk holds", () => {
  const f =
    ([a, b]: readonly Scalar[]) =>
    (y: Scalar) =>
      add(mul(a!, y), mul(b!, square(y)));
  const directions = [
    [1, 0],
    [0, 1],
    [2, 3],
  ];
  const { tangents, value } = pushforward(f, { chunk: 2 })([5, 7], directions);
  expect(value(3)).toBe(78);
  expect(tangents.map((tangent) => tangent(3))).toEqual([3, 9, 33]);
});

test("an escaped series is named by the coefficients that are known", () => {
  let kept: Scalar = 0;
  jet((x: Scalar) => (kept = square(x)), 2)([1, 2]);
  expect(() => sin(kept)).toThrow(LevelError);
  expect(() => sin(kept)).toThrow(/got Series\(1 \+ 4·t \+ 4·t\^2 \+ …\), which escaped/);
  expect(derivative((x) => square(x))(1)).toBe(2);
});
