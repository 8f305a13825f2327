import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  ShapeError,
  abs,
  add,
  amax,
  amin,
  clamp,
  cos,
  exp,
  leakyRelu,
  lt,
  matrix,
  max,
  min,
  mul,
  norm2,
  piecewise,
  relu,
  sin,
  square,
  step,
  sub,
  sum,
  value,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { functionOf, randomProgram } from "../../test-support/piecewise-linear.ts";
import { integers } from "../../test-support/random.ts";
import { absNormalForm } from "../index.ts";

describe("wrong input", () => {
  test.each<[string, (x: Vector) => Scalar, string]>([
    ["where", (x) => sum(where("gt", x, 0, x, 0)), "where"],
    ["a branch", (x) => (lt(sum(x), 9) ? sum(x) : 0), "a branch on lt"],
    ["a length at 0", (x) => norm2(x), "norm2 at a kink"],
    ["amax by rows", (x) => sum(amax(matrix([x]), "rows")), "amax of rows"],
  ])("%s", (_name, f, got) => {
    expect(() => absNormalForm(f)(new Float64Array(2))).toThrow(DomainError);
    expect(() => absNormalForm(f)(new Float64Array(2))).toThrow(`got ${got};`);
  });

  test("a kink that is no absolute value, a jump", () => {
    const huber = piecewise("huber", {
      value: (x) => (x > 1 ? x - 0.5 : (x * x) / 2),
      pieces: [(x) => sub(x, 0.5), (x) => mul(0.5, square(x))],
      switches: [[(x) => x, () => 1]],
      atTie: "mean",
    });
    expect(() => absNormalForm((x: Scalar) => huber(x))(0)).toThrow("got huber;");
    expect(() => absNormalForm((x: Scalar) => step(x))(0)).toThrow("got step(0);");
  });

  test("a step of another size", () => {
    expect(() => absNormalForm((x: Scalar) => abs(x))(0).evaluate([1, 2])).toThrow(ShapeError);
  });
});

test("|x| at 2, by hand", () => {
  const form = absNormalForm((x: Scalar) => abs(x))(2);
  expect([
    form.c[0],
    form.Z.data[0],
    form.L.data[0],
    form.b[0],
    form.J.data[0],
    form.Y.data[0],
  ]).toEqual([2, 1, 0, 0, 0, 1]);
});

test("nested kinks are strictly triangular", () => {
  const { L, c, Z } = absNormalForm(([x, y]: Scalars<2>) => max(abs(sub(x, y)), relu(y)))([1, 0]);
  expect(L.shape).toEqual([3, 3]);
  for (let i = 0; i < 3; i++) for (let j = i; j < 3; j++) expect(L.at(i, j)).toBe(0);
  expect([...c]).toEqual([1, 0, 0]);
  expect(Z.toJSON()).toEqual([
    [1, -1],
    [0, 1],
    [0, -0.5],
  ]);
});

test("a piecewise linear function is its own model, everywhere", () => {
  const f = (x: Vector): readonly Scalar[] => [
    sum(abs(sub(x, 1))),
    add(amax(clamp(x, -1, 2)), amin(leakyRelu(x, 0.5))),
    min(sum(relu(x)), 1),
  ];
  const x = Float64Array.of(0, 1, -3);
  const form = absNormalForm(f)(x);
  const draw = integers(9);
  for (let k = 0; k < 50; k++) {
    const dx = x.map(() => draw(-12, 12) / 4);
    const exact = f(x.map((entry, j) => entry + dx[j]!));
    form.evaluate(dx).forEach((y, i) => {
      expect(y).toBeCloseTo(value(exact[i]!), 12);
    });
  }
});

/** What is no absolute value: branches, and a primitive of three pieces. */
const refused: readonly string[] = ["branch", "where", "own", "hypot", "norm2"];

test("random programs of absolute values", () => {
  let seen = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const program = randomProgram(integers(seed));
    if (program.steps.some(({ kind }) => refused.includes(kind))) continue;
    seen++;
    const f = functionOf(program);
    const draw = integers(seed);
    const x = Array.from({ length: program.n }, () => draw(-2, 2));
    const dx = x.map(() => draw(-9, 9));
    const exact = f(x.map((entry, j) => entry + dx[j]!)).map((y) => value(y));
    expect(
      [...absNormalForm(f)(x).evaluate(dx)].map((y) => y + 0),
      `seed ${seed}`,
    ).toEqual(exact.map((y) => expect.closeTo(y, 9) as number));
  }
  expect(seen).toBeGreaterThan(50);
});

test("the error is of second order, across kinks too", () => {
  const f = ([x, y]: Scalars<2>): Scalar => abs(sub(sin(x), mul(y, max(cos(y), exp(x)))));
  const x = [0.01, 0.02] as const;
  const form = absNormalForm(f)(x);
  const errorAt = (t: number): number => {
    const dx = [-0.7 * t, 0.4 * t];
    return Math.abs(form.evaluate(dx)[0]! - value(f([x[0] + dx[0]!, x[1] + dx[1]!])));
  };
  // (x, y) is within 0.03 of both kinks: the steps cross them.
  for (const t of [0.4, 0.2, 0.1]) expect(errorAt(t)).toBeLessThan(2 * t * t);
});

test("a bound at infinity is no kink", () => {
  const form = absNormalForm((x: Scalar) => clamp(x, 0, Infinity))(0.5);
  expect(form.c).toHaveLength(1);
  expect([...form.evaluate(-2), ...form.evaluate(2)]).toEqual([0, 2.5]);
});
