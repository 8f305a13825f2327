import { type Scalar, add, cos, div, mul, square, sub, value } from "@jacobian/core";
import { afterEach, expect, test, vi } from "vitest";
import { linearSolve } from "../test-support/linear-solve.ts";
import {
  checkpoint,
  checkpointedFold,
  fixedPoint,
  gradient,
  pullback,
  record,
  root,
} from "./index.ts";

/** Counts the records that are made from now on, by their arrays of links: nothing else here is as long. */
const counting = (): { records: number } => {
  const made = { records: 0 };
  const construct = (target: typeof Int32Array, args: unknown[]): object => {
    if (Number(args[0]) >= 512) made.records++;
    return Reflect.construct(target, args) as object;
  };
  vi.stubGlobal("Int32Array", new Proxy(Int32Array, { construct }));
  return made;
};

afterEach(() => {
  vi.unstubAllGlobals();
});

const block = checkpoint((x: Scalar): Scalar => square(x));
const loop = checkpointedFold((x: Scalar, _i, a: Scalar): Scalar => mul(x, cos(mul(a, x))));
const settled = fixedPoint((y: Scalar, a: Scalar): Scalar => mul(0.5, add(y, div(a, y))));
const cubeRoot = root((y: Scalar, a: Scalar): Scalar => sub(mul(y, square(y)), a), {
  solve: linearSolve,
});

test.each<readonly [string, (a: Scalar) => Scalar]>([
  ["checkpoint", (a) => block(block(block(a)))],
  ["checkpointedFold", (a) => loop(100, 1, a)],
  ["root", (a) => cubeRoot(1, a)],
  ["fixedPoint", (a) => settled(1, a)],
  ["fixedPoint, of second order", (a) => gradient((b: Scalar) => settled(1, b))(a)],
])("%s gives the records of its own sweeps back", (_, f) => {
  const first = gradient(f)(2);
  const made = counting();
  expect(gradient(f)(2)).toBe(first);
  expect(made.records).toBe(0);
});

test("so does a recording that replaces another, and a function that throws", () => {
  const f = (x: Scalar): Scalar => {
    if (value(x) > 9) throw new RangeError("mine");
    return square(x);
  };
  const tape = record(f)(1);
  tape.gradient(2);
  const made = counting();
  for (let x = 3; x < 9; x++) expect(tape.gradient(x)).toBe(2 * x);
  expect(tape.evaluations).toBe(8);
  for (let k = 0; k < 9; k++) {
    expect(() => tape.gradient(10)).toThrow(RangeError);
    expect(() => pullback(f)(10)).toThrow(RangeError);
  }
  expect(made.records).toBe(0);
});
