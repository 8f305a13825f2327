import { describe, expectTypeOf, test } from "vitest";
import type {
  Differentiable,
  Element,
  Input,
  Matrix,
  MatrixFor,
  MatrixValue,
  Mirror,
  OutputFor,
  Scalar,
  ScalarFor,
  Scalars,
  Vector,
} from "./index.ts";

describe("the types of the doors", () => {
  test("Input: what may be passed for a parameter", () => {
    expectTypeOf<Input<Scalars>>().toEqualTypeOf<readonly Scalar[]>();
    expectTypeOf<Input<Scalars<2>>>().toEqualTypeOf<Scalars<2>>();
    expectTypeOf<Input<Vector>>().toEqualTypeOf<Vector>();
    expectTypeOf<Input<{ W: MatrixValue }>>().toEqualTypeOf<{ W: MatrixValue }>();
  });

  test("Mirror: what comes back in the same container", () => {
    expectTypeOf<Mirror<2>>().toEqualTypeOf<number>();
    expectTypeOf<Mirror<readonly [2, 0.7]>>().toEqualTypeOf<[number, number]>();
    expectTypeOf<Mirror<{ readonly W: Matrix; readonly b: Float64Array }>>().toEqualTypeOf<{
      W: Matrix;
      b: Float64Array;
    }>();
    expectTypeOf<Mirror<Element<1>>>().toEqualTypeOf<Element<1>>();
  });

  test("MatrixFor, ScalarFor: plain for plain input only", () => {
    expectTypeOf<MatrixFor<readonly number[]>>().toEqualTypeOf<Matrix>();
    expectTypeOf<MatrixFor<{ W: Matrix }>>().toEqualTypeOf<Matrix>();
    expectTypeOf<MatrixFor<readonly Scalar[]>>().toEqualTypeOf<MatrixValue>();
    expectTypeOf<MatrixFor<{ W: Matrix; b: Vector }>>().toEqualTypeOf<MatrixValue>();
    expectTypeOf<ScalarFor<number>>().toEqualTypeOf<number>();
    expectTypeOf<ScalarFor<Scalar>>().toEqualTypeOf<Scalar>();
  });

  test("OutputFor: the output's container, plain for plain input", () => {
    expectTypeOf<OutputFor<number, Scalar>>().toEqualTypeOf<number>();
    expectTypeOf<OutputFor<Float64Array, Vector>>().toEqualTypeOf<Float64Array>();
    expectTypeOf<OutputFor<number, { y: Scalar; A: MatrixValue }>>().toEqualTypeOf<{
      y: number;
      A: Matrix;
    }>();
    expectTypeOf<OutputFor<Scalar, { y: Scalar }>>().toEqualTypeOf<{ y: Scalar }>();
  });

  test("Differentiable: the first argument varies, the others are constants", () => {
    expectTypeOf<Differentiable<Scalar, [k: number], Scalar>>().toEqualTypeOf<
      (x: Scalar, k: number) => Scalar
    >();
  });
});
