import {
  type MatrixValue,
  type Scalar,
  type Value,
  Matrix,
  add,
  div,
  exp,
  max,
  mul,
  pow,
  sub,
  sum,
  tanh,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, hvp, jacobian, record } from "./index.ts";

// A scalar that meets an array gets the sum over its entries, once, where adjoints are accumulated.

const A = Matrix.fromRows([
  [1, 2, 3],
  [4, 5, 6],
]);

interface Pair {
  readonly k: Scalar;
  readonly A: MatrixValue;
}

const operations: readonly [string, (x: Value, y: Value) => Value][] = [
  ["add", add],
  ["sub", sub],
  ["mul", mul],
  ["div", div],
  ["pow", pow],
  ["max", max],
  ["where", (x, y) => where("lt", x, y, x, y)],
];

/** The same, entry by entry, on scalars alone. */
const spelt =
  (op: (x: Value, y: Value) => Value) =>
  (entries: readonly Scalar[]): Scalar => {
    const [k = 0, ...rest] = entries;
    let total: Scalar = 0;
    for (const a of rest) total = add(total, tanh(op(k, a) as Scalar));
    for (const a of rest) total = add(total, tanh(op(a, k) as Scalar));
    return total;
  };

describe.each(operations)("%s", (_name, op) => {
  const f = ({ k, A: M }: Pair) => add(sum(tanh(op(k, M))), sum(tanh(op(M, k))));
  const flat = [2.5, ...A.data] as const;
  // A list of any length stands for the bare tuple.
  const byEntries = gradient(spelt(op) as never) as (x: readonly number[]) => number[];

  test("both ways round, as entry by entry", () => {
    const { k, A: dA } = gradient(f)({ k: 2.5, A });
    const [first, ...rest] = byEntries(flat);
    expect(k).toBeCloseTo(first ?? NaN, 13);
    rest.forEach((d, i) => expect(dA.data[i]).toBeCloseTo(d, 13));
  });

  test("replayed", () => {
    const tape = record(f)({ k: 3.5, A });
    expect(tape.gradient({ k: 2.5, A })).toEqual(gradient(f)({ k: 2.5, A }));
  });

  test("in lanes", () => {
    const two = (x: Pair) => [f(x), mul(2, f(x))];
    const J = jacobian(two)({ k: 2.5, A });
    const { k, A: dA } = gradient(f)({ k: 2.5, A });
    expect(J.toJSON()[0]).toEqual([k, ...dA.data]);
    J.toJSON()[1]?.forEach((d, i) => expect(d).toBeCloseTo(2 * (J.toJSON()[0]?.[i] ?? NaN), 14));
  });
});

test("second order: Σ exp(k·A)", () => {
  const f = (k: Scalar) => sum(exp(mul(k, Float64Array.of(1, 2))));
  expect(hvp(f)(0, 1)).toBe(1 + 4);
});
