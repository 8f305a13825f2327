import { type MatrixValue, Matrix, leavesOf } from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { random, seedOf } from "@tooling/conformance";
import { describe, expect, test } from "vitest";
import { againstDifferences, difference, stretched } from "./differences.ts";
import type { AnyFunction } from "./engines.ts";
import { orders } from "./engines.ts";
import { contracted, disagreements } from "./nested.ts";
import { failures, largest, numbersOf, shapedLike } from "./numbers.ts";

const general = Matrix.fromRows([
  [1.2, 0.4],
  [-0.7, 0.9],
]);
const definite = Matrix.fromRows([
  [1.4, 0.3],
  [0.5, 0.8],
]);
const tall = Matrix.fromRows([
  [1.2, 0.4],
  [-0.7, 0.9],
  [0.3, 1.1],
]);

type MatrixFunction = (A: MatrixValue) => unknown;

const functions: Readonly<Record<string, readonly [MatrixFunction, Matrix]>> = {
  solve: [(A) => linalg.solve(A, Float64Array.of(1, -2)), general],
  det: [linalg.det, general],
  cholesky: [linalg.cholesky, definite],
  qr: [(A) => linalg.qr(A).R, tall],
  eigvalsh: [linalg.eigvalsh, definite],
  eigvals: [(A) => linalg.eigvals(A).im, general],
  singularValues: [linalg.singularValues, tall],
  pinv: [linalg.pinv, tall],
  expm: [linalg.expm, general],
  sqrtm: [linalg.sqrtm, definite],
  "nuclear norm": [(A) => linalg.norm(A, "nuclear"), tall],
};

describe.each(Object.entries(functions))("%s", (name, [of, A]) => {
  // The input of each is a matrix.
  const f: AnyFunction = (x) => leavesOf(name, of(x as MatrixValue));
  const draw = random(seedOf(name));
  const [u, v] = [stretched(A, draw), stretched(A, draw)];
  const y = f(A);
  const w = shapedLike(y, numbersOf(y).map(draw));
  const [second] = orders(2).map((engines) => contracted(f, engines, w, [u]));
  const [third] = orders(3).map((engines) => contracted(f, engines, w, [u, v]));

  test("third derivatives agree in every order of engines", () => {
    const wrong = failures(name, () =>
      disagreements(3, (engines) => contracted(f, engines, w, [u, v])(A)),
    );
    expect(wrong).toEqual([]);
  });

  test("a third derivative is that of the second", () => {
    const wrong = failures(name, () => {
      const expected = difference((x) => second?.(x), A, v);
      const size = largest(numbersOf(second?.(A)));
      return againstDifferences("third order", expected, numbersOf(third?.(A)), size);
    });
    expect(wrong).toEqual([]);
  });
});
