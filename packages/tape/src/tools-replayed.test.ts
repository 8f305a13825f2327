import {
  type Scalar,
  type Scalars,
  LevelError,
  add,
  cos,
  div,
  exp,
  gt,
  mul,
  sin,
  sub,
} from "@jacobian/core";
import { expect, test } from "vitest";
import { linearSolve } from "../test-support/linear-solve.ts";
import {
  checkpoint,
  checkpointedFold,
  customVjp,
  detectAnomaly,
  fixedPoint,
  record,
  root,
  valueAndGradient,
} from "./index.ts";

// A replay does an operation again at other inputs: so must one that holds a function.

type Tool = (x: Scalars<2>) => Scalar;
const tools: readonly (readonly [string, Tool])[] = [
  ["checkpoint", ([x, y]) => checkpoint((a: Scalar, b: Scalar) => mul(sin(a), exp(b)))(x, y)],
  [
    "a branch inside a checkpoint",
    ([x, y]) => checkpoint((a: Scalar) => (gt(a, 1) ? mul(a, a) : cos(a)))(mul(x, y)),
  ],
  [
    "checkpointedFold",
    ([x, y]) =>
      checkpointedFold((c: Scalar, _i, w: Scalar) => sin(mul(c, w)), { checkpoints: 2 })(9, x, y),
  ],
  [
    "customVjp",
    ([x, y]) =>
      customVjp(
        (a: Scalar): Scalar => mul(a, a),
        (bar, a) => mul(bar, mul(3, a)),
      )(mul(x, y)),
  ],
  [
    "fixedPoint",
    ([x, y]) => fixedPoint((z: Scalar, a: Scalar) => mul(0.5, add(z, div(a, z))))(1, add(x, y)),
  ],
  [
    "root",
    ([x, y]) =>
      root((z: Scalar, a: Scalar) => sub(exp(z), a), { solve: linearSolve })(0, add(x, y)),
  ],
];

test.each(tools)("%s", (_name, f) => {
  const tape = record(f)([0.7, 0.4]);
  const points: [number, number][] = [
    [0.7, 0.4],
    [1.3, 2],
    [0.2, 0.9],
  ];
  for (const x of points) expect(tape.valueAndGradient(x)).toEqual(valueAndGradient(f)(x));
  expect(tape.evaluations).toBe(1);
});

test("a watched function is looked at by value: it is recorded again", () => {
  const f = detectAnomaly(([x, y]: Scalars<2>) => mul(x, exp(y)));
  const tape = record(f)([0.7, 0.4]);
  expect(tape.valueAndGradient([1, 2])).toEqual(valueAndGradient(f)([1, 2]));
  expect(tape.evaluations).toBe(2);
});

test("a captured element of an outer derivative is refused by both", () => {
  const f = (a: Scalar) =>
    record(([x]: Scalars<1>) => checkpoint((z: Scalar) => mul(a, z))(x))([2]).value;
  expect(() => valueAndGradient((a: Scalar) => f(a))(3)).toThrow(LevelError);
});
