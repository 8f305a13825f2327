import { expect, test } from "vitest";
import {
  type Scalar,
  type Vector,
  ConvergenceError,
  SingularMatrixError,
  add,
  gradient,
  hessian,
  jacobian,
  mul,
  root,
  square,
  sub,
  sum,
} from "./index.ts";

const circle = root((y: Scalar, x: Scalar) => sub(add(square(x), square(y)), 25));

test("no root, a singular slope", () => {
  expect(() => circle(1, 6)).toThrow(ConvergenceError);
  expect(() => circle(0, 3)).toThrow(SingularMatrixError);
});

test("options of one's own take the place of the usual ones", () => {
  const find = () => -3.9;
  const below = root((y: Scalar, x: Scalar) => sub(add(square(x), square(y)), 25), { find });
  expect(below(1, 3)).toBe(-4);
  expect(() => root((y: Scalar) => sub(square(y), 2), { limit: 1 })(1)).toThrow(/within 1 steps/);
});

test("y = √(25 − x²): y′ = −x/y, y″ = −25/y³, in either mode", () => {
  const f = ([x]: readonly [Scalar]) => circle(1, x);
  for (const mode of ["forward", "reverse"] as const)
    expect(jacobian(f, { mode })([3]).toJSON()).toEqual([[-0.75]]);
  expect(hessian(f)([3]).at(0, 0)).toBeCloseTo(-25 / 64, 15);
});

test("a system of vectors: y³ + a·y = b, entry by entry", () => {
  const cubic = root((y: Vector, a: Scalar, b: Vector) =>
    sub(add(mul(y, square(y)), mul(a, y)), b),
  );
  const b = Float64Array.of(2, 10, 30);
  const y = [1, 2, 3];
  const da = gradient((a: Scalar) => sum(cubic(b, a, b)))(1);
  expect(da).toBeCloseTo(
    y.reduce((total, z) => total - z / (3 * z * z + 1), 0),
    15,
  );
});
