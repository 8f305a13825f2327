import {
  type Matrix,
  type MatrixValue,
  DomainError,
  SingularMatrixError,
  describeShape,
  entriesOf,
  sub,
  value,
} from "@jacobian/core";
import { identity, inv, matmul } from "@jacobian/linalg";
import { bend, sampledLipschitz } from "./lipschitz.ts";
import { type Flat, largest, largestRow } from "./system.ts";

/**
 * What is known of f around x₀, all in the ∞-norm.
 *
 * Theorem. Let y have d = ‖y − f(x₀)‖ ≤ ρ. Then there is an x in the closed ball B(x₀, s) with f(x) = y, and no
 * other one in the open ball. T(x) = x − J(x₀)⁻¹(f(x) − y) and Newton's method, both from x₀, stay in the ball and
 * converge to x.
 *
 * T. Let η = ‖J(x₀)⁻¹(y − f(x₀))‖, so η ≤ βd ≤ βρ, and φ(t) = η + βLt²/2. T′(x) = J(x₀)⁻¹(J(x₀) − J(x)), so ‖T′(x)‖
 * ≤ βL‖x − x₀‖, which is < 1 in the open ball: T has one fixed point there at the most. The steps xₖ from x₀ are
 * majorized by tₖ₊₁ = φ(tₖ) from t₀ = 0: if ‖xₖ − xₖ₋₁‖ ≤ tₖ − tₖ₋₁ so far, then ‖xₖ₋₁ + τ(xₖ − xₖ₋₁) − x₀‖ ≤ tₖ₋₁
 * + τ(tₖ − tₖ₋₁), and integrating T′ over τ gives ‖xₖ₊₁ − xₖ‖ ≤ βL(tₖ² − tₖ₋₁²)/2 = φ(tₖ) − φ(tₖ₋₁) = tₖ₊₁ − tₖ.
 * Since φ grows and φ(s) ≤ βρ + βLs²/2 = s, the tₖ rise to the least fixed point of φ, t* = 2η/(1 + √(1 − 2βLη)) ≤
 * s. So the xₖ converge, within t*, to a fixed point, and f(x) = y. The factor of T on B(x₀, t*) is βLt* = 1 − √(1
 * − 2βLη): less than 1 but on the edge, d = ρ with s = 1/(βL), where it is 1 and convergence slow.
 *
 * Newton. With a = βLs ≤ 1, βLη ≤ β²Lρ = a − a²/2 ≤ ½ is the condition of Newton–Kantorovich's theorem: the steps
 * stay within t* and converge, quadratically if βLη < ½.
 */
export interface Certificate {
  /** J(x₀)⁻¹. */
  readonly inverse: Matrix;
  /** β ≥ ‖J(x₀)⁻¹‖. */
  readonly inverseNorm: number;
  /** L, with ‖J(x) − J(z)‖ ≤ L·‖x − z‖ on the ball. */
  readonly lipschitz: number;
  /** s = min(r, 1/(βL)). */
  readonly domainRadius: number;
  /** ρ = s/β − Ls²/2. */
  readonly radius: number;
  /** Whether L was given; else it is an estimate, and so are the radii. */
  readonly rigorous: boolean;
}

/** Where J is Lipschitz, and by what constant, as far as the caller says. */
export interface Ball {
  readonly lipschitz: number | undefined;
  readonly within: number | undefined;
  readonly samples: number;
}

/** J(x₀)⁻¹, in the name of an operation. @throws SingularMatrixError; DomainError for NaN or ∞ in J(x₀). */
export const inverseOf = <M extends MatrixValue>(operation: string, where: string, J: M): M => {
  if (!entriesOf(value(J)).every(Number.isFinite)) {
    throw new DomainError(
      `${operation}: expected a finite Jacobian ${where}, got ${String(value(J))}; choose a point inside the domain of the function`,
    );
  }
  try {
    // The inverse of a plain matrix is plain.
    return inv(J) as M;
  } catch (error) {
    if (!(error instanceof SingularMatrixError)) throw error;
    throw new SingularMatrixError(
      `${operation}: expected an invertible Jacobian ${where}, got ${describeShape(J.shape)} of reciprocal condition number ${error.rcond.toPrecision(2)}; the function need not have an inverse there, choose another point`,
      error.rcond,
    );
  }
};

/** ‖A⁻¹‖ ≤ ‖B‖/(1 − ‖I − BA‖) for the B that rounding makes of the inverse (Neumann's series); ∞ if that says nothing. */
const inverseNormOf = (A: Matrix, B: Matrix): number => {
  const defect = largestRow(sub(identity(A.rows), matmul(B, A)));
  return defect < 1 ? largestRow(B) / (1 - defect) : Infinity;
};

/**
 * s and ρ, which is at least s/(2β), and without end where that is beyond all numbers; both are 0 where β or L is
 * not known.
 */
const radii = (beta: number, L: number, r: number) => {
  const s = beta < Infinity ? Math.min(r, 1 / (beta * L)) : 0;
  const whole = s / beta;
  const radius = s === 0 || whole === Infinity ? whole : whole - (L * s * s) / 2;
  return { inverseNorm: beta, lipschitz: L, domainRadius: s, radius };
};

/**
 * An estimate of L on a ball that was given, or else on one that f makes the most of: it begins with the ball that
 * would do if f″ were constant, and halves it until f is invertible on the whole of it.
 */
const estimated = (g: Flat, x: Float64Array, beta: number, { within, samples }: Ball) => {
  const at = (r: number) => radii(beta, sampledLipschitz(g, x, r, samples), r);
  if (within !== undefined) return at(within);
  let r = Math.min(Math.max(1, largest(x)), 1 / (beta * bend(g, x)));
  let found = at(r);
  // No f is smooth on one of the balls and on none of the next forty.
  for (let k = 0; k < 40 && found.domainRadius < r; k++) found = at((r /= 2));
  return found;
};

/** @throws SingularMatrixError where J(x₀) is singular; DomainError where it is not finite. */
export const certified = (
  operation: string,
  g: Flat,
  x: Float64Array,
  J: Matrix,
  ball: Ball,
): Certificate => {
  const inverse = inverseOf(operation, "at x0", J);
  const beta = inverseNormOf(J, inverse);
  const { lipschitz, within = Infinity } = ball;
  return lipschitz === undefined
    ? { inverse, ...estimated(g, x, beta, ball), rigorous: false }
    : { inverse, ...radii(beta, lipschitz, within), rigorous: true };
};
