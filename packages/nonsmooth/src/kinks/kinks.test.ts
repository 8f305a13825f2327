import {
  type Scalar,
  type Scalars,
  DomainError,
  OperatorError,
  abs,
  add,
  atan2,
  clamp,
  eq,
  hypot,
  matrix,
  max,
  mod,
  relu,
  round,
  stopGradient,
  sub,
  sum,
  where,
} from "@jacobian/core";
import { eigvalsh } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { model } from "../../test-support/model.ts";
import { kinks, kinksAlong } from "../index.ts";

describe("wrong input", () => {
  test("a tolerance, a function", () => {
    expect(() => kinks((x: Scalar) => x, { tolerance: -1 })).toThrow(
      "kinks: expected a number of 0 or more as tolerance, got -1; leave out",
    );
    expect(() => kinksAlong((x: Scalar) => x, { tolerance: NaN })).toThrow(DomainError);
    // Only a program that is not type-checked comes with this.
    expect(() => kinks("f" as unknown as (x: Scalar) => Scalar)(0)).toThrow(OperatorError);
  });
});

test("which primitive, which entry, which numbers, which convention, and the user's line", () => {
  const found = kinks(model)({ w: Float64Array.of(0, 0, -1), b: 0 });
  expect(
    found.map(({ name, entry, sides, convention }) => [name, entry, sides, convention]),
  ).toEqual([
    ["relu", 0, [0, 0], "last"],
    ["relu", 1, [0, 0], "last"],
    ["amax", 0, [0, 0], "mean"],
    ["lt", 0, [0, 0], "false"],
    ["floor", 0, [0, 0], 0],
  ]);
  const lines = found.map(({ location }) => /model\.ts:(\d+):\d+$/.exec(location ?? "")?.[1]);
  expect(lines).toEqual(["16", "16", "18", "19", "19"]);
});

test("a double eigenvalue, which no computation gives as an exact tie", () => {
  const spectrum = ([a]: Scalars<1>) =>
    eigvalsh(
      matrix([
        [add(a, 1), 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ]),
    );
  expect(kinks(spectrum)([0])).toMatchObject([{ name: "eigvalsh", entry: 0 }]);
});

test("lengths at 0", () => {
  expect(kinks(model)({ w: new Float64Array(2), b: -1 }).map(({ name }) => name)).toEqual([
    "relu",
    "relu",
    "norm2",
    "amax",
  ]);
  expect(kinks(([x, y]: Scalars<2>) => hypot(x, y))([0, 0])).toMatchObject([
    { name: "hypot", sides: [0, 0], convention: 0 },
  ]);
});

test.each<[string, (x: Scalar) => Scalar, number, readonly string[]]>([
  ["within", relu, 0.05, ["relu"]],
  ["just outside", relu, 0.2, []],
  ["of either bound", (x) => clamp(x, 0, 1), 0.95, ["clamp"]],
  ["of a jump", round, 0.45, ["round"]],
  ["a comparison", (x) => (eq(x, 1) ? 1 : x), 1.05, ["eq"]],
  ["where", (x) => where("le", x, 0, x, 0), -0.1, ["where"]],
  ["what has no jump", stopGradient, 0, []],
])("a tolerance: %s", (_name, f, x, names) => {
  expect(kinks((y: Scalar) => f(y), { tolerance: 0.1 })(x).map(({ name }) => name)).toEqual(names);
});

test("eigenvalues that are close", () => {
  const f = ([a, b, c]: Scalars<3>): Scalar =>
    sum(
      eigvalsh(
        matrix([
          [a, b],
          [b, c],
        ]),
      ),
    );
  expect(kinks(f, { tolerance: 0.1 })([1, 0, 1.05])).toMatchObject([
    { name: "eigvalsh", sides: [1, 1.05] },
  ]);
  expect(kinks(f)([1, 0, 1.05])).toEqual([]);
});

test("no kink away from it, and one of NaN nowhere", () => {
  expect(kinks(([x, y]: Scalars<2>) => add(abs(x), max(x, y)))([1, 2])).toEqual([]);
  expect(kinks((x: Scalar) => relu(x))(NaN)).toEqual([]);
});

test("a path: at how many points, and of which primitives", () => {
  const f = ([x, y]: Scalars<2>): Scalar => add(abs(x), max(x, y));
  const path = [
    [1, 2],
    [0, 1],
    [0, 0],
    [3, 3],
  ] as const;
  expect(kinksAlong(f)(path)).toEqual({
    steps: 4,
    onKinks: 3,
    share: 0.75,
    byName: { abs: 2, max: 2 },
  });
  expect(kinksAlong(f)([])).toEqual({ steps: 0, onKinks: 0, share: 0, byName: {} });
});

test("a point that jumps is no error here: it is what was asked for", () => {
  expect(kinks((x: Scalar) => mod(sub(x, 1), 2))(1)).toMatchObject([{ name: "mod" }]);
  const angle = ([x, y]: Scalars<2>): Scalar => atan2(y, x);
  expect(kinks(angle, { tolerance: 0.1 })([-1, 0.05])).toMatchObject([
    { name: "atan2", sides: [0.05, 0] },
  ]);
  expect(kinks(angle, { tolerance: 0.1 })([1, 0])).toEqual([]);
  expect(kinks((x: Scalar) => where("gt", x, 0, 1, 0))(0)).toHaveLength(1);
});
