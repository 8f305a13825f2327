import {
  type Value,
  DomainError,
  ShapeError,
  copied,
  describe,
  describeShape,
  isValue,
  notAValue,
  shapeOf,
} from "@jacobian/core";
import {
  type MatrixValue,
  type Scalar,
  type Vector,
  SingularMatrixError,
  abs,
  add,
  amin,
  diagonal,
  div,
  eq,
  log,
  logAbsDet,
  lowerTriangle,
  matmul,
  mul,
  neg,
  solve,
  solveTriangular,
  sub,
  sum,
  upperTriangle,
} from "jacobian";
import { bijector, type Bijector } from "../bijector/bijector.ts";
import { atEveryPoint } from "../bijector/points.ts";

/** The parameters of x = A·z + b. */
export interface AffineParameters {
  /** A: a scalar for a multiple of the identity, a vector for a diagonal matrix, or a matrix. */
  readonly scale: Scalar | Vector | MatrixValue;
  /** b; 0 if not given. */
  readonly shift?: Vector;
  /** The triangle of a matrix that is read, the other being taken for 0; the whole matrix if not said. */
  readonly triangle?: "lower" | "upper";
}

/** A linear map of points, by the structure of its matrix. */
interface Linear {
  readonly size: number | undefined;
  readonly times: (z: Value) => Value;
  readonly solve: (x: Value) => Value;
  /** log |det A|, where points have n coordinates. */
  readonly logAbsDet: (n: number) => Value;
}

const singular = (got: string): SingularMatrixError =>
  new SingularMatrixError(
    `affineMap: expected an invertible scale, got ${got}; a map that flattens space has no inverse and carries no density`,
  );

/** @throws SingularMatrixError if one of the entries is 0. */
const nonzero = (entries: Value, what: string): Value => {
  if (eq(amin(abs(entries)), 0)) throw singular(`0 ${what}`);
  return entries;
};

const multiple = (s: Value): Linear => {
  const factor = log(abs(nonzero(s, "as a multiple of the identity")));
  return {
    size: undefined,
    times: (z) => mul(s, z),
    solve: (x) => div(x, s),
    logAbsDet: (n) => mul(n, factor),
  };
};

const diagonally = (d: Value): Linear => {
  const total = sum(log(abs(nonzero(d, "on its diagonal"))));
  return {
    size: shapeOf(d)[0],
    times: (z) => mul(atEveryPoint(d, z), z),
    solve: (x) => div(x, atEveryPoint(d, x)),
    logAbsDet: () => total,
  };
};

const triangular = (T: MatrixValue, which: "lower" | "upper"): Linear => {
  const total = sum(log(abs(nonzero(diagonal(T), "on its diagonal"))));
  const part = which === "lower" ? lowerTriangle(T) : upperTriangle(T);
  return {
    size: shapeOf(T)[0],
    times: (z) => matmul(part, z),
    solve: (x) => solveTriangular(T, x, { lower: which === "lower" }),
    logAbsDet: () => total,
  };
};

const volumeOf = (A: MatrixValue): Scalar => {
  try {
    return logAbsDet(A).logAbsDet;
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    throw singular(`${describeShape(shapeOf(A))} of determinant 0`);
  }
};

const full = (A: MatrixValue): Linear => {
  const total = volumeOf(A);
  return {
    size: shapeOf(A)[0],
    times: (z) => matmul(A, z),
    solve: (x) => solve(A, x),
    logAbsDet: () => total,
  };
};

/** @throws DomainError for a triangle of another name. */
const ofMatrix = (A: MatrixValue, triangle: unknown): Linear => {
  if (triangle === undefined) return full(A);
  if (triangle === "lower" || triangle === "upper") return triangular(A, triangle);
  throw new DomainError(
    `affineMap: expected the triangle "lower" or "upper", got ${describe(triangle)}; leave it out for the whole matrix`,
  );
};

/** A parameter that nobody else writes into. @throws ShapeError or OperatorError for what is no value. */
const own = (x: Value): Value => {
  if (isValue(x)) return copied(x);
  throw notAValue("affineMap", x);
};

/** @throws ShapeError for a matrix that is not square; SingularMatrixError where a determinant is 0. */
const linearOf = (scale: Value, triangle: unknown): Linear => {
  const [rows, cols] = shapeOf(scale);
  if (rows === undefined) return multiple(scale);
  if (cols === undefined) return diagonally(scale);
  // The shape is that of a matrix.
  if (rows === cols) return ofMatrix(scale as MatrixValue, triangle);
  throw new ShapeError(
    `affineMap: expected a square matrix, got ${describeShape([rows, cols])}; a bijector keeps the number of coordinates`,
  );
};

/** @throws ShapeError unless the shift is a vector that fits the scale. */
const sizeOf = ({ size }: Linear, shift: Value | undefined): number | undefined => {
  if (shift === undefined) return size;
  const [n, cols] = shapeOf(shift);
  if (n !== undefined && cols === undefined && n === (size ?? n)) return n;
  throw new ShapeError(
    `affineMap: expected a shift that is a vector${size === undefined ? "" : ` of ${size}`}, got ${describeShape(shapeOf(shift))}; give one entry for each coordinate`,
  );
};

/**
 * x = A·z + b. log |det A| is d·log |s| for a multiple s of the identity, Σ log |aᵢᵢ| for a diagonal matrix or a
 * triangle, and comes from the LU factors of any other matrix; the inverse divides, substitutes, or solves.
 * @throws SingularMatrixError where A has no inverse; ShapeError for a matrix that is not square, or a
 * shift that does not fit; DomainError for NaN or ∞ in a matrix, or a triangle of another name.
 * @example
 * const map = affineMap({ scale: matrix([[2, 0], [1, 3]]), shift: Float64Array.of(1, 1), triangle: "lower" });
 * map.forward(Float64Array.of(1, 1)); // Float64Array(2) [ 3, 5 ]
 * map.logAbsDet(Float64Array.of(1, 1)); // 1.791759469228055
 */
export const affineMap = (parameters: AffineParameters): Bijector => {
  const { scale, shift, triangle } = parameters;
  const b = shift === undefined ? undefined : own(shift);
  const A = linearOf(own(scale), triangle);
  const volume = (x: Value) => A.logAbsDet(shapeOf(x)[0]!);
  return bijector("affineMap", {
    size: sizeOf(A, b),
    forward: (z) => {
      const scaled = A.times(z);
      const value = b === undefined ? scaled : add(scaled, atEveryPoint(b, z));
      return { value, logAbsDet: () => volume(z) };
    },
    inverse: (x) => {
      const shifted = b === undefined ? x : sub(x, atEveryPoint(b, x));
      return { value: A.solve(shifted), logAbsDet: () => neg(volume(x)) };
    },
  });
};
