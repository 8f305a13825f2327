import {
  type Scalar,
  type Value,
  add,
  at,
  div,
  entriesOf,
  mul,
  pow,
  sin,
  structured,
  sub,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { jet, taylor } from "../index.ts";

// Structured rules that a linear or bilinear equation ties to their operands: their coefficients come one by one.

/** Sum and difference: linear, with two results, which ask for the same row of tangents. */
const counts = { tangents: 0 };
const both = structured("both", {
  value: ([x = NaN, y = NaN]) => [Number(x) + Number(y), Number(x) - Number(y)],
  shape: () => [[], []],
  linearity: "linear",
  pushforward: ([dx = 0, dy = 0]) => (counts.tangents++, [add(dx, dy), sub(dx, dy)]),
});

/** D⁻¹·b for a diagonal D: the z of D·z = b, ż = D⁻¹·(ḃ − Ḋ·z). */
const divided = structured("divided", {
  value: ([d = NaN, b = NaN]) => [entriesOf(b).map((entry, k) => entry / (entriesOf(d)[k] ?? NaN))],
  shape: ([shape = []]) => [shape],
  linearity: "leftQuotient",
  pushforward: ([dd = 0, db = 0], [d = NaN], [z = NaN]) => [div(sub(db, mul(dd, z)), d)],
});

const inDivided = (d: readonly Scalar[], b: readonly Scalar[]): Value =>
  divided([vector(d), vector(b)])[0]!;

describe("a linear rule of several results", () => {
  test("has the coefficients of its results", () => {
    const f = (t: Scalar) => both([sin(t), mul(t, t)]);
    const apart = (t: Scalar) => [add(sin(t), mul(t, t)), sub(sin(t), mul(t, t))];
    expect(taylor(f, 6)(0.7)).toEqual(taylor(apart, 6)(0.7));
  });

  test("whose tangents are computed once for each order, not once for each result", () => {
    counts.tangents = 0;
    taylor((t) => both([sin(t), 3]), 5)(0.7);
    expect(counts.tangents).toBe(5);
  });

  test("ends with the longer of its operands", () => {
    const curve = jet(([x, y]) => both([x, y]), 4)([[1, 2], [3, 4], [0, 5]]); // prettier-ignore
    expect(curve).toEqual([[3, -1], [7, -1], [5, -5], [0, 0], [0, 0]]); // prettier-ignore
  });
});

describe("a quotient, whose divisor comes first", () => {
  const moving = (t: Scalar) => [add(2, t), sin(t)];
  const right = (t: Scalar) => [mul(t, t), add(1, t)];

  test.each<[string, (t: Scalar) => readonly Scalar[], (t: Scalar) => readonly Scalar[]]>([
    ["both move", moving, right],
    ["the divisor alone", moving, () => [5, 7]],
    ["the dividend alone", () => [5, 7], right],
  ])("%s: as entry by entry", (_what, d, b) => {
    const whole = taylor((t) => inDivided(d(t), b(t)), 6)(0.7);
    const apart = taylor(
      (t) => vector([0, 1].map((k) => div(b(t)[k] ?? NaN, d(t)[k] ?? NaN))),
      6,
    )(0.7);
    whole.forEach((c, k) => {
      entriesOf(c).forEach((entry, i) =>
        expect(entry).toBeCloseTo(entriesOf(apart[k] as Float64Array)[i] ?? NaN, 13),
      );
    });
  });

  test("of a polynomial by a constant is a polynomial, by a polynomial a series without end", () => {
    const linear = jet(([x]) => inDivided([2, 4], [x, 1]), 3)([[6], [8]]);
    expect(linear).toEqual([[3, 0.25], [4, 0], [0, 0], [0, 0]].map((c) => Float64Array.from(c))); // prettier-ignore
    const geometric = taylor((t) => at(inDivided([sub(1, t), 1], [1, 1]) as Float64Array, 0), 5)(0);
    expect(geometric).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

test("a whole power is exact where its coefficients are whole numbers", () => {
  expect(taylor((x) => pow(x, 5), 6)(3)).toEqual([243, 405, 270, 90, 15, 1, 0]);
  expect(taylor((x) => pow(x, 7), 2)(0)).toEqual([0, 0, 0]);
  expect(jet(([x]) => pow(x, 2), 4)([[1], [1], [1]])).toEqual([1, 2, 3, 2, 1]);
});
