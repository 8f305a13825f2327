import {
  type Differentiable,
  type Input,
  type Scalars,
  Matrix,
  ShapeError,
  checkedFunction,
  copied,
  describe,
  entriesOf,
  entryCount,
  flatten,
  mapLeaves,
  ownOutputs,
  value,
} from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { notLipschitz } from "../engine/compared.ts";
import type { AnyFunction } from "../engine/intercept.ts";
import { numbersOf } from "../lexicographic/settle.ts";
import { dot } from "../clarke/vectors.ts";
import { Switched } from "./switched.ts";

/** What f gives with |z| for its kinks, and its switching values, of the level below. */
const switched = (f: unknown, x: unknown, constants: readonly unknown[], magnitudes?: unknown) => {
  // What is passed here is a vector of the level below.
  const algebra = new Switched(magnitudes as Float64Array | undefined);
  const output = algebra.run(() => {
    const lifted = mapLeaves("absNormalForm", x, (leaf) => algebra.lift(leaf));
    // The door checks the types.
    return ownOutputs(
      "absNormalForm",
      algebra,
      checkedFunction("absNormalForm", f as AnyFunction)(lifted, ...constants),
    );
  });
  const below = mapLeaves("absNormalForm", output, (y) => {
    if (algebra.flaw(y) !== undefined) throw notLipschitz(algebra);
    return algebra.primal(y);
  });
  return { output: below, switches: algebra.switches };
};

/** Columns [from, to) of rows [first, last). */
const block = (A: Matrix, first: number, last: number, from: number, to: number): Matrix =>
  new Matrix(
    last - first,
    to - from,
    Float64Array.from({ length: (last - first) * (to - from) }, (_, k) =>
      A.at(first + Math.floor(k / (to - from)), from + (k % (to - from))),
    ),
  );

/** A·x */
const times = (A: Matrix, x: Float64Array): Float64Array =>
  Float64Array.from({ length: A.rows }, (_, i) =>
    dot(A.data.subarray(i * A.cols, (i + 1) * A.cols), x),
  );

/**
 * The piecewise linear model of a function at a point: z = c + Z·Δx + L·|z|, L strictly lower triangular, and
 * f(x + Δx) ≈ b + J·Δx + Y·|z|.
 */
export class AbsNormalForm {
  constructor(
    readonly c: Float64Array,
    readonly Z: Matrix,
    readonly L: Matrix,
    readonly b: Float64Array,
    readonly J: Matrix,
    readonly Y: Matrix,
  ) {}

  /** The switching values at x + Δx. @throws ShapeError unless Δx has an entry for each of the input's. */
  switching(dx: unknown): Float64Array {
    const step = entriesOf(value(flatten("absNormalForm", dx)));
    if (step.length !== this.J.cols) {
      throw new ShapeError(
        `absNormalForm: expected a step of ${this.J.cols} entries, got ${describe(dx)}; give it the structure of the input`,
      );
    }
    const z = this.c.map((entry, i) => entry + times(this.Z, step)[i]!);
    for (let i = 0; i < z.length; i++)
      for (let j = 0; j < i; j++) z[i] = z[i]! + this.L.at(i, j) * Math.abs(z[j]!);
    return z;
  }

  /** The model at x + Δx, all entries of the output in order. @throws ShapeError unless Δx has an entry for each of the input's. */
  evaluate(dx: unknown): Float64Array {
    const z = this.switching(dx).map(Math.abs);
    const step = entriesOf(value(flatten("absNormalForm", dx)));
    const [linear, kinked] = [times(this.J, step), times(this.Y, z)];
    return this.b.map((entry, i) => entry + linear[i]! + kinked[i]!);
  }
}

/**
 * The abs-normal form of the piecewise linearization of f at x: every kink, near or far, is an absolute value |z|;
 * one Jacobian with the |z| as inputs gives all blocks. The error of the model is O(‖Δx‖²), across kinks too, and 0 for a
 * piecewise linear f.
 * @throws DomainError for a kink that is no absolute value, a branch, or a length at 0.
 * @see Griewank, On stable piecewise linearization and generalized algorithmic differentiation, Optimization Methods
 * and Software 28, 2013; Griewank, Bernt, Radons & Streubel, Solving piecewise linear systems in abs-normal form,
 * Linear Algebra and its Applications 471, 2015
 * @example
 * absNormalForm((x: Scalar) => sub(relu(x), 1))(0).evaluate(2); // Float64Array(1) [ 1 ]
 */
export const absNormalForm =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  (x: Input<X>, ...constants: C): AbsNormalForm => {
    const point = mapLeaves("absNormalForm", x, (leaf) => copied(value(leaf)));
    const here = switched(f, point, constants);
    const z = Float64Array.from(numbersOf("absNormalForm", here.switches));
    const y = Float64Array.from(numbersOf("absNormalForm", here.output));
    const both: AnyFunction = (pair) => {
      const [moved, magnitudes] = pair as readonly [unknown, unknown];
      const { output, switches } = switched(f, moved, constants, magnitudes);
      return [output, switches];
    };
    const magnitudes = z.map(Math.abs);
    const found = jacobian(both)([point, magnitudes]);
    const all = new Matrix(found.rows, found.cols, entriesOf(value(found)));
    const [m, n, s] = [y.length, entryCount("absNormalForm", point), z.length];
    const [L, Y] = [block(all, m, m + s, n, n + s), block(all, 0, m, n, n + s)];
    const [fromL, fromY] = [times(L, magnitudes), times(Y, magnitudes)];
    return new AbsNormalForm(
      z.map((entry, i) => entry - fromL[i]!),
      block(all, m, m + s, 0, n),
      L,
      y.map((entry, i) => entry - fromY[i]!),
      block(all, 0, m, 0, n),
      Y,
    );
  };
