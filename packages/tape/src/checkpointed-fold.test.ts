import {
  type Index,
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  LevelError,
  ShapeError,
  add,
  div,
  fold,
  mul,
  scalar,
  sin,
  square,
  sub,
  sum,
  tanh,
  value,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { checkpointedFold, gradient, jacobian, pullback, valueAndGradient } from "./index.ts";
import { forwardSteps, longestChain } from "./revolve.ts";
import { Tape } from "./tape.ts";

const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);
const logistic = (x: Scalar, _i: Index, r: Scalar): Scalar => mul(mul(r, x), sub(1, x));

describe("wrong input", () => {
  test.each([-1, 1.5, NaN, Infinity])("%d steps, or checkpoints", (n) => {
    expect(() => checkpointedFold(logistic)(n, 0.5, 3)).toThrow(DomainError);
    expect(() => checkpointedFold(logistic)(n, 0.5, 3)).toThrow(
      `checkpointedFold: expected a whole number of steps, 0 or more, got ${n}; call checkpointedFold(step, { checkpoints })(n, start)`,
    );
    expect(() => checkpointedFold(logistic, { checkpoints: n })(3, 0.5, 3)).toThrow(
      `a whole number of checkpoints, 1 or more, got ${n};`,
    );
  });

  test("no checkpoint at all", () => {
    expect(() => checkpointedFold(logistic, { checkpoints: 0 })(3, 0.5, 3)).toThrow(DomainError);
  });

  test("a step that changes the structure, a captured element", () => {
    const grows = checkpointedFold((x: readonly Scalar[]) => [...x, 1]);
    expect(() => grows(2, [1])).toThrow(ShapeError);
    const f = (r: Scalar) => checkpointedFold((x: Scalar) => mul(r, x))(3, 1);
    expect(() => gradient(f)(2)).toThrow(LevelError);
    expect(() => gradient(f)(2)).toThrow(
      /checkpointedFold: .*; pass what it captures as a further/,
    );
  });
});

/** A recurrent cell: its state, and parameters that each step uses several times. */
type State = {
  readonly h: Vector;
  readonly loss: Scalar;
};
const cell = (
  { h, loss }: State,
  i: Index,
  w: Vector,
  [u, b]: readonly [Scalar, Scalar],
): State => {
  const next = tanh(add(mul(w, h), add(mul(u, Math.cos(scalar(i))), b)));
  return { h: next, loss: add(loss, mul(u, square(sub(sum(next), b)))) };
};
interface Inputs {
  readonly h: Vector;
  readonly w: Vector;
  readonly p: readonly [Scalar, Scalar];
}
const plainly = ({ h, w, p }: Inputs): Scalar =>
  fold<State>(57, { h, loss: 0 }, (carry, i) => cell(carry, i, w, p)).loss;
const point = {
  h: Float64Array.of(0.3, -0.4),
  w: Float64Array.of(0.9, -1.1),
  p: [0.5, 0.2],
} as const;

describe("the same as fold", () => {
  const stored = valueAndGradient(plainly)(point);

  test.each([1, 2, 3, 5, 10, 56, 57, 58, 1000])(
    "value and gradient to the last bit, with %d checkpoints",
    (checkpoints) => {
      const loop = checkpointedFold(cell, { checkpoints });
      const f = ({ h, w, p }: Inputs): Scalar => loop(57, { h, loss: 0 }, w, p).loss;
      expect(valueAndGradient(f)(point)).toEqual(stored);
    },
  );

  test("no step, one step", () => {
    const f = (n: number) => (x: Scalar) => checkpointedFold(logistic)(n, x, 3);
    expect([0, 1].map((n) => valueAndGradient(f(n))(0.25))).toEqual([
      { value: 0.25, gradient: 1 },
      { value: 0.5625, gradient: 1.5 },
    ]);
  });

  test("second and third order, start and parameter both", () => {
    const f = (n: number) => (r: Scalar) =>
      checkpointedFold(logistic, { checkpoints: 2 })(n, mul(0.1, r), r);
    const g = (n: number) => (r: Scalar) => fold(n, mul(0.1, r), (x, i) => logistic(x, i, r));
    for (const n of [1, 2, 5, 9]) {
      for (const d of [slope, (h: (x: Scalar) => Scalar) => slope(slope(h))])
        expect(value(div(d(f(n))(2.9), d(g(n))(2.9)))).toBeCloseTo(1, 13);
    }
    const third = (h: (x: Scalar) => Scalar) => slope(slope(slope(h)))(2.9);
    expect(value(div(third(f(4)), third(g(4))))).toBeCloseTo(1, 12);
  });

  test("a carry of which some leaves are constants, a pullback called again, a Jacobian", () => {
    const step = ([x, y]: Scalars<2>, i: Index, k: Scalar): Scalars<2> => [
      add(mul(k, y), scalar(i)),
      sin(x),
    ];
    const f = (k: Scalar) => checkpointedFold(step, { checkpoints: 3 })(20, [k, 0.5], k);
    const g = (k: Scalar) => fold<Scalars<2>>(20, [k, 0.5], (c, i) => step(c, i, k));
    expect(jacobian(f)(0.8)).toEqual(jacobian(g)(0.8));
    const { pullback: back } = pullback(f)(0.8);
    expect(back([1, 0])).toBe(back([1, 0]));
  });
});

describe("cost", () => {
  /** Calls of a step that are recorded, and calls that are not. */
  const counted = () => {
    const calls = { recorded: 0, advanced: 0 };
    const step = (x: Scalar, i: Index, r: Scalar): Scalar => {
      calls[typeof x === "number" ? "advanced" : "recorded"]++;
      return logistic(x, i, r);
    };
    return { calls, step };
  };

  test.each([
    [10, 3],
    [16, 3],
    [56, 5],
    [1000, 10],
    [1000, 1],
  ])("%d steps with %d checkpoints: t(l, s) advanced, and one, for the value", (n, checkpoints) => {
    const { calls, step } = counted();
    const f = (r: Scalar) => checkpointedFold(step, { checkpoints })(n, 0.5, r);
    const { pullback: back } = pullback(f)(3.1);
    expect(calls).toEqual({ recorded: 0, advanced: n });
    const first = back(1);
    expect(calls).toEqual({ recorded: n, advanced: forwardSteps(n, checkpoints) + 1 });
    // The first reversal has used up what the evaluation laid.
    expect(back(1)).toBe(first);
    expect(calls.advanced).toBe(2 * forwardSteps(n, checkpoints) + 1);
  });

  test("without a number, no step is advanced more than three times", () => {
    const times = new Map<number, number>();
    const step = (x: Scalar, i: Index, r: Scalar): Scalar => {
      if (typeof x === "number") times.set(scalar(i), (times.get(scalar(i)) ?? 0) + 1);
      return logistic(x, i, r);
    };
    gradient((r: Scalar) => checkpointedFold(step)(2000, 0.5, r))(3.1);
    expect(Math.max(...times.values())).toBe(3);
    expect(longestChain(83, 3)).toBeGreaterThanOrEqual(100_000);
  });

  test("the loop is one operation of the record", () => {
    const tape = new Tape();
    // A scalar input is a scalar node.
    checkpointedFold(logistic)(1000, 0.5, tape.input(3) as Scalar);
    expect(tape.record.operations).toBe(1);
  });
});
