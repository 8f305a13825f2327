import {
  type Matrix,
  type MatrixValue,
  type Plain,
  type Structured,
  type StructuredRule,
  type Value,
  type Vector,
  DomainError,
  SingularMatrixError,
  callable,
  describe,
  describeShape,
  entriesOf,
  neg,
  shapeOf,
  structured,
} from "@jacobian/core";
import { lowerTriangle, upperTriangle } from "../construct/triangles.ts";
import { finiteEntries } from "../finite.ts";
import { substituteTriangle } from "../kernels/triangle.ts";
import { flipped, rowsOf } from "../kernels/view.ts";
import { checkedOptions } from "../options.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { solutionInRange } from "./in-range.ts";
import { residualTangent, solutionShape } from "./solve.ts";

const name = "solveTriangular";

/** Which system a triangle of a matrix stands for. */
export interface TriangularOptions {
  /** The lower triangle is read, else the upper; true if not said. */
  readonly lower?: boolean;
  /** Tᵀ·x = b is solved instead of T·x = b; false if not said. */
  readonly transposed?: boolean;
  /** The diagonal is taken to be 1 and not read; false if not said. */
  readonly unitDiagonal?: boolean;
}

interface SolveTriangular {
  (T: Matrix, b: Float64Array, options?: TriangularOptions): Float64Array;
  (T: Matrix, B: Matrix, options?: TriangularOptions): Matrix;
  (T: MatrixValue, b: Vector, options?: TriangularOptions): Vector;
  (T: MatrixValue, B: MatrixValue, options?: TriangularOptions): MatrixValue;
  (T: Value, b: Value, options?: TriangularOptions): Value;
}

/** The part of a matrix that is read, zeros elsewhere. */
const partRead = (T: Value, { lower = true, unitDiagonal = false }: TriangularOptions): Value =>
  lower ? lowerTriangle(T, unitDiagonal ? -1 : 0) : upperTriangle(T, unitDiagonal ? 1 : 0);

/** The entries that are read, none of which makes the system singular. */
const checked = (T: Plain, options: TriangularOptions): Float64Array => {
  // Of a plain matrix it is a plain matrix.
  const part = partRead(T, options) as Plain;
  const entries = finiteEntries(name, part);
  const [n = 0] = shapeOf(T);
  for (let i = 0; i < n; i++) {
    if (options.unitDiagonal === true || entries[i * (n + 1)] !== 0) continue;
    throw new SingularMatrixError(
      `${name}: expected a triangle without a 0 on its diagonal, got ${describeShape(shapeOf(T))} whose entry (${i}, ${i}) is 0; for a system without a unique solution use lstsq`,
    );
  }
  return entries;
};

const triangle: Structured<TriangularOptions> = /*#__PURE__*/ structured(name, {
  value: ([T = NaN, b = NaN], options) => {
    const [n = 0, columns = 1] = shapeOf(b);
    const { lower = true, transposed = false, unitDiagonal = false } = options;
    const read = rowsOf(checked(T, options), n);
    const triangle = transposed ? flipped(read) : read;
    const x = entriesOf(b).slice();
    const X = rowsOf(x, columns);
    substituteTriangle(triangle, n, X, columns, lower !== transposed, unitDiagonal);
    return [solutionInRange(name, T, b, shapeOf(b), x, "scale it up first")];
  },
  shape: ([t = [], b = []]) => [solutionShape(name, t, b)],
  pushforward: ([dT = NaN, db = NaN], [T = NaN], [x = NaN], options) => {
    const times = options.transposed ? transposedTimes : matmul;
    const rest = residualTangent(dT, db, (dT) => times(partRead(dT, options), x));
    return triangle([T, rest], options);
  },
  pullback: ([bar = NaN], [T = NaN], [x = NaN], options) => {
    const { transposed = false } = options;
    const [bBar = NaN] = triangle([T, bar], { ...options, transposed: !transposed });
    const whole = transposed ? timesTransposed(x, bBar) : timesTransposed(bBar, x);
    return [neg(partRead(whole, options)), bBar];
  },
  linearity: "leftQuotient",
});

const names = ["lower", "transposed", "unitDiagonal"] as const;

/** @throws DomainError for an option that is no boolean, or of another name. */
const whichOf = (options: TriangularOptions | undefined): TriangularOptions => {
  const checked = checkedOptions(name, names, options);
  for (const option of names) {
    // What a program that is not type-checked may pass.
    const given: unknown = checked[option];
    if (given === undefined || typeof given === "boolean") continue;
    throw new DomainError(
      `${name}: expected true or false for ${option}, got ${describe(given)}; leave it out for its default`,
    );
  }
  return checked;
};

/**
 * The solution x = T⁻¹·b of T·x = b, or of Tᵀ·x = b, for the lower or upper triangle of a square matrix: a
 * vector for a vector and an n×m matrix for m right-hand sides. The other triangle is not read, nor is a
 * diagonal that is taken for ones. With T̄ and Ṫ only what is read, ẋ = T⁻¹(ḃ − Ṫ·x), b̄ = T⁻ᵀ·x̄, T̄ = −b̄·xᵀ, and
 * transposed ẋ = T⁻ᵀ(ḃ − Ṫᵀ·x), b̄ = T⁻¹·x̄, T̄ = −x·b̄ᵀ (Giles 2008, 2.3.1; docs/rules.md (2.5)). However T is conditioned, substitution is backward stable entry by entry (Higham 2002,
 * theorem 8.5), so none is refused but one with a 0 on its diagonal.
 * @throws ShapeError unless T is square with as many rows as b; SingularMatrixError for a 0 on the
 * diagonal, or if x leaves the range of float64; DomainError for NaN or ∞ in the triangle, or an option of another name or kind.
 * @example
 * solveTriangular(matrix([[2, 0], [1, 4]]), Float64Array.of(2, 9)); // Float64Array(2) [ 1, 2 ]
 */
export const solveTriangular: SolveTriangular & {
  readonly rule: StructuredRule<TriangularOptions>;
} = /*#__PURE__*/ callable(
  triangle,
  // The overloads say that the solution has the shape of the right-hand side.
  ((T: Value, b: Value, options?: TriangularOptions) =>
    triangle([T, b], whichOf(options))[0]) as SolveTriangular,
);
