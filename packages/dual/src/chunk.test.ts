import {
  type Scalar,
  type Scalars,
  type Value,
  type Vector,
  DomainError,
  UndecidedError,
  add,
  cos,
  gt,
  mul,
  sin,
  square,
  structured,
  sum,
  value,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { type ChunkOptions, gradient, jacobian, pushforward, valueAndGradient } from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

describe("wrong input", () => {
  test.each<[unknown, string]>([
    [{ chunk: 0 }, "got 0"],
    [{ chunk: 33 }, "got 33"],
    [{ chunk: 1.5 }, "got 1.5"],
    [{ chunk: NaN }, "got NaN"],
    [{ chunk: "8" }, 'got "8"'],
    [{ chunks: 8 }, "got chunks"],
    [8, "got 8"],
    [null, "got null"],
  ])("the options %j", (options, got) => {
    const bad = options as ChunkOptions;
    const doors = {
      pushforward: () => pushforward(polar, bad),
      jacobian: () => jacobian(polar, bad),
      gradient: () => gradient(([x]) => x, bad),
      valueAndGradient: () => valueAndGradient(([x]) => x, bad),
    };
    for (const [name, enter] of Object.entries(doors)) {
      expect(enter).toThrow(DomainError);
      expect(enter).toThrow(
        `${name}: expected options { chunk } with a whole number from 1 to 32, ${got}; leave them out for 32`,
      );
    }
  });

  test.each<[string, (d: Value) => unknown]>([
    ["a comparison", (d) => gt(d as Scalar, 0)],
    ["a comparison with it", (d) => gt(0, d as Scalar)],
    ["a value", (d) => value(d)],
  ])("a rule that looks behind its tangent: %s", (_what, look) => {
    const spy = structured("spy", {
      value: (inputs) => inputs,
      shape: (shapes) => shapes,
      pushforward: ([d = 0]) => (look(d), [d]),
    });
    const f = ([x, y]: Scalars<2>) => mul(spy([x])[0] as Scalar, y);
    expect(() => gradient(f)([2, 3])).toThrow(UndecidedError);
    expect(() => gradient(f)([2, 3])).toThrow(
      /^dual: expected a rule that is linear in its tangents, got one that looks at the number behind Bundle\(1\); /,
    );
  });
});

test("a Jacobian of more columns than a chunk holds", () => {
  const squares = (x: Vector) => square(x);
  const x = Float64Array.from({ length: 70 }, (_, k) => k);
  const J = jacobian(squares)(x);
  expect(J.data).toEqual(
    Float64Array.from({ length: 4900 }, (_, k) => (k % 71 === 0 ? (2 * k) / 71 : 0)),
  );
});

test("the last of 32 directions is one of them", () => {
  const x = Array.from({ length: 32 }, (_, k) => k + 1);
  const f = (v: readonly Scalar[]) => v.reduce<Scalar>((total, y) => add(total, square(y)), 0);
  expect(gradient(f)(x)).toEqual(x.map((y) => 2 * y));
});

test("a gradient costs one evaluation for 32 entries", () => {
  let calls = 0;
  const f = (v: Vector) => (calls++, sum(v));
  gradient(f)(new Float64Array(33));
  expect(calls).toBe(2);
});
