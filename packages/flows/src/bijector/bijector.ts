import {
  type Shape,
  type Value,
  ShapeError,
  copied,
  describeShape,
  fit,
  sameShape,
  shapeOf,
} from "@jacobian/core";
import type { MatrixValue, Scalar, Vector } from "jacobian";
import { perPointShape, pointsShape, type PerPoint, type Points } from "./points.ts";

/** A map of points: a point gives a point, the columns of a matrix give columns. */
export interface PointMap {
  (x: Vector): Vector;
  (x: MatrixValue): MatrixValue;
  (x: Points): Points;
}

/** A number for each point: a scalar for one, a vector of N for the columns of a matrix. */
export interface PointFunction {
  (x: Vector): Scalar;
  (x: MatrixValue): Vector;
  (x: Points): PerPoint;
}

/** Where points go, and the logarithm of the factor by which the map scales volume there. */
export interface Image<P, L> {
  readonly value: P;
  /** log |det J| of the map at the points it was given; computed when it is first read. */
  readonly logAbsDet: L;
}

/** A map of points with the logarithm of its volume factor. */
export interface MeasuredMap {
  (x: Vector): Image<Vector, Scalar>;
  (x: MatrixValue): Image<MatrixValue, Vector>;
  (x: Points): Image<Points, PerPoint>;
}

/** A smooth map with a smooth inverse, whose Jacobian determinant follows from its structure. */
export interface Bijector {
  readonly name: string;
  /** How many coordinates its points have; undefined if any number will do. */
  readonly size: number | undefined;
  readonly forward: PointMap;
  readonly inverse: PointMap;
  /** log |det J| of `forward`. */
  readonly logAbsDet: PointFunction;
  readonly forwardAndLogAbsDet: MeasuredMap;
  /** The `logAbsDet` is that of the inverse. */
  readonly inverseAndLogAbsDet: MeasuredMap;
}

/** What a direction of a bijector is made of. The determinant is asked for only where it is used. */
export interface MeasuredValue {
  readonly value: Value;
  /** log |det J| of this direction: a number for each point, or one that holds for all. */
  readonly logAbsDet: () => Value;
}

/** What a bijector is made of. */
export interface BijectorSpec {
  /** How many coordinates its points have; any number will do if not said. */
  readonly size?: number | undefined;
  readonly forward: (z: Points) => MeasuredValue;
  readonly inverse: (x: Points) => MeasuredValue;
}

/** @throws ShapeError unless the images have the shape of the points. */
const kept = (operation: string, x: Value, y: Value): Value => {
  const [shape, got] = [shapeOf(x), shapeOf(y)];
  // The caller may write into what it gets.
  if (sameShape(shape, got)) return y === x ? copied(y) : y;
  throw new ShapeError(
    `${operation}: expected ${describeShape(shape)} back, got ${describeShape(got)}; let a bijector keep the shape of its points`,
  );
};

/** @throws ShapeError unless there is a number for each point, or one for all. */
const perPoint = (operation: string, shape: Shape, y: Value): Value => {
  const got = shapeOf(y);
  if (got.length === 0) return fit(y, shape);
  if (sameShape(shape, got)) return y;
  throw new ShapeError(
    `${operation}: expected a logAbsDet that is ${describeShape(shape)}, got ${describeShape(got)}; give a number for each point`,
  );
};

/** One direction, checked at both ends. */
const direction = (
  name: string,
  size: number | undefined,
  map: (x: Points) => MeasuredValue,
): MeasuredMap => {
  const measured = (x: Points): Image<Value, Value> => {
    const shape = pointsShape(name, x, size);
    const { value, logAbsDet } = map(x);
    let known: Value | undefined;
    return {
      value: kept(name, x, value),
      get logAbsDet() {
        known ??= perPoint(name, perPointShape(shape), logAbsDet());
        return known;
      },
    };
  };
  // The overloads say that a point gives a point and a number.
  return measured as MeasuredMap;
};

/**
 * A bijector of your own, from its two directions, each with log |det J| of that direction. They are
 * called with one point (a vector) or many (the columns of a matrix), plain or elements of a
 * derivative, so they are written with primitives; what they capture may be elements too.
 * @throws ShapeError, when it is used, for points of another size and for what does not keep their shape.
 * @example
 * const reflection = bijector("reflection", {
 *   forward: (z) => ({ value: neg(z), logAbsDet: () => 0 }),
 *   inverse: (x) => ({ value: neg(x), logAbsDet: () => 0 }),
 * });
 * reflection.forward(Float64Array.of(1, 2)); // Float64Array(2) [ -1, -2 ]
 */
export const bijector = (name: string, spec: BijectorSpec): Bijector => {
  const { size } = spec;
  const forwardAndLogAbsDet = direction(`${name}.forward`, size, spec.forward);
  const inverseAndLogAbsDet = direction(`${name}.inverse`, size, spec.inverse);
  return {
    name,
    size,
    // The overloads of the two measured maps say what comes out.
    forward: ((z: Points) => forwardAndLogAbsDet(z).value) as PointMap,
    inverse: ((x: Points) => inverseAndLogAbsDet(x).value) as PointMap,
    logAbsDet: ((z: Points) => forwardAndLogAbsDet(z).logAbsDet) as PointFunction,
    forwardAndLogAbsDet,
    inverseAndLogAbsDet,
  };
};
