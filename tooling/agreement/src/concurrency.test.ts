import { add, cos, exp, mul, sin, type Scalar, type Scalars } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as symbolic from "@jacobian/symbolic";
import * as tape from "@jacobian/tape";
import { gradient, hvp } from "jacobian";
import { expect, test } from "vitest";

const f = ([x, y]: Scalars<2>): Scalar => add(mul(sin(x), y), exp(mul(x, y)));

/** ∇f by hand. */
const exact = (x: number, y: number): number[] => [
  Math.cos(x) * y + y * Math.exp(x * y),
  Math.sin(x) + x * Math.exp(x * y),
];

/** 0, 1, or 2 turns of the event loop, so that tasks overtake each other. */
const turns = async (k: number): Promise<void> => {
  if (k % 3 === 1) await Promise.resolve();
  if (k % 3 === 2) await new Promise((resolve) => setImmediate(resolve));
};

/** What a task does step by step, with others between its steps. */
const task = async (k: number): Promise<void> => {
  const at: [number, number] = [Math.sin(k), Math.cos(3 * k)];
  const expected = exact(...at).map((entry): unknown => expect.closeTo(entry, 12));
  // A pullback that waits keeps its record while others record, pull and end.
  const { value, pullback } = tape.pullback(f)(at);
  await turns(k);
  expect(dual.gradient(f)(at)).toEqual(expected);
  await turns(k + 1);
  expect(pullback(1)).toEqual(expected);
  // An inner derivative that began in another job than the outer one.
  const slope = (x: Scalar): Scalar => dual.derivative((t: Scalar) => f([t, at[1]]))(x);
  await turns(k + 2);
  expect(tape.gradient(([x]: Scalars<1>) => slope(x))([at[0]])[0]).toBeCloseTo(
    -Math.sin(at[0]) * at[1] + at[1] ** 2 * Math.exp(at[0] * at[1]),
    11,
  );
  await turns(k);
  expect(pullback(2)).toEqual(
    expected.map((_, j): unknown => expect.closeTo(2 * exact(...at)[j]!, 11)),
  );
  expect(value).toBe(f(at));
};

test(
  "10 000 promises that take derivatives between each other's steps",
  { timeout: 120_000 },
  async () => {
    await Promise.all(Array.from({ length: 10_000 }, (_, k) => task(k)));
  },
);

test("and the umbrella's and formulas, which share tables", { timeout: 120_000 }, async () => {
  const [x, y] = symbolic.symbols("x y");
  const one = async (k: number): Promise<void> => {
    const [a, b] = [Math.sin(k), Math.cos(3 * k)];
    const formula = add(f([x, y]), mul(k, cos(x))) as symbolic.Formula;
    await turns(k);
    const slopes = symbolic.gradient(formula, [x, y]);
    await turns(k + 1);
    const got = slopes.map((slope) => symbolic.evaluate(slope, { x: a, y: b }));
    const [p = NaN, q = NaN] = exact(a, b);
    expect(got[0]).toBeCloseTo(p - k * Math.sin(a), 8);
    expect(got[1]).toBeCloseTo(q, 10);
    expect(gradient(f)([a, b])[1]).toBeCloseTo(q, 12);
    await turns(k + 2);
    expect(hvp(f)([a, b], [0, 1])[1]).toBeCloseTo(a * a * Math.exp(a * b), 10);
  };
  await Promise.all(Array.from({ length: 2000 }, (_, k) => one(k)));
});
