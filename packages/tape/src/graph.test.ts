import {
  type Scalar,
  type Vector,
  at,
  gt,
  max,
  mul,
  relu,
  square,
  sum,
  unstack,
  value,
} from "@jacobian/core";
import { expect, test } from "vitest";
import { gradient, record } from "./index.ts";

const f = ([k, v]: readonly [Scalar, Vector]): Scalar => {
  const z = gt(k, 0) ? mul(k, at(v, 1)) : k;
  const w = max(mul(v, relu(z)), 0.5);
  return value(sum(v)) === 0 ? z : sum(square(w));
};

test("the lines of a tape: values, and adjoints after a sweep", () => {
  const tape = record(f)([2, Float64Array.of(1, 3)]);
  expect(tape.operations).toBe(6);
  expect(tape.bytes).toBeGreaterThanOrEqual(24 + 8 * 12);
  expect(tape.toText().split("\n")).toEqual([
    "v1 = input → 2",
    "v2 = input → Vector 2 [1, 3]",
    "guard gt(v1, 0) = true",
    "v4 = mul(v1, v2[1]) → 6",
    "guard relu(v4) = v4",
    "v5 = mul(v2, v4) → Vector 2 [6, 18]",
    "v7 = max(v5, 0.5) → Vector 2 [6, 18]",
    "v9 = sum(v2) → 4",
    "guard value(v9) = 4",
    "v10 = square(v7) → Vector 2 [36, 324]",
    "v12 = sum(v10) → 360",
  ]);
  tape.gradient([1, Float64Array.of(1, 3)]);
  expect(tape.toText().split("\n").slice(0, 4)).toEqual([
    "v1 = input → 1, adjoint 180",
    "v2 = input → Vector 2 [1, 3], adjoint Vector 2 [18, 114]",
    "guard gt(v1, 0) = true",
    "v4 = mul(v1, v2[1]) → 3, adjoint 60",
  ]);
  tape.pullback([1, Float64Array.of(1, 3)]);
  expect(tape.toText()).not.toContain("adjoint");
});

test("the graph: a box for each result, an arrow from each operand, a diamond for each guard", () => {
  const tape = record((x: Vector) => (gt(at(x, 0), 0) ? mul(at(x, 0), at(x, 1)) : 0))(
    Float64Array.of(2, 5),
  );
  tape.gradient(Float64Array.of(2, 5));
  expect(tape.toDot()).toBe(`digraph tape {
  "v1" [label="v1 = input\\nVector 2 [2, 5], adjoint Vector 2 [5, 2]", shape=ellipse];
  "guard1" [label="gt(v1[0], 0) = true", shape=diamond];
  "v1" -> "guard1";
  "v3" [label="v3 = mul(v1[0], v1[1])\\n10, adjoint 1", shape=box];
  "v1" -> "v3";
  "v1" -> "v3";
}`);
});

test("an operation with several results, and one of constants", () => {
  const tape = record((x: Vector) => {
    const [head, tail = 0] = unstack([x], [[], [2]]);
    return mul(head as Scalar, sum(mul(tail, Float64Array.of(1, 2))));
  })(Float64Array.of(1, 2, 3));
  expect(tape.toText().split("\n").slice(1, 3)).toEqual([
    "v4, v5 = unstack(v1) → 1; Vector 2 [2, 3]",
    "v7 = mul(v5, Vector 2 [1, 2]) → Vector 2 [2, 6]",
  ]);
});

test("adjoints that are elements are not shown, nor those of another sweep in their place", () => {
  const tape = record((x: Scalar) => square(x))(3);
  const { pullback: back } = tape.pullback(3);
  back(1);
  expect(tape.toText()).toContain("adjoint 6");
  expect(gradient((w: Scalar) => mul(w, back(w as number)))(1)).toBe(12);
  expect(tape.toText()).not.toContain("adjoint");
});
