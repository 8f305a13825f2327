import {
  type MatrixValue,
  DomainError,
  JacobianError,
  Matrix,
  ShapeError,
  SingularMatrixError,
  exp,
  log,
} from "@jacobian/core";
import * as linalg from "@jacobian/linalg";

type ErrorClass = new (message: string) => JacobianError;

export interface Refusal {
  readonly of: (A: MatrixValue) => unknown;
  readonly A: Matrix;
  readonly error: ErrorClass;
  /** What the message tells of the reason. */
  readonly says: RegExp;
}

const I = Matrix.fromRows([
  [1, 0],
  [0, 1],
]);
/** Rank 1, symmetric, semidefinite. */
const flat = Matrix.fromRows([
  [1, 2],
  [2, 4],
]);
/** Rank 1, its second pivot 0 with a row to come. */
const flatter = Matrix.fromRows([
  [1, 2, 3],
  [2, 4, 6],
  [1, 2, 3],
]);
const projector = Matrix.fromRows([
  [1, 0],
  [0, 0],
]);
/** A Jordan block. */
const defective = Matrix.fromRows([
  [3, 1],
  [0, 3],
]);
/** Two columns that are parallel. */
const deficient = Matrix.fromRows([
  [1, 2],
  [2, 4],
  [-1, -2],
]);
const indefinite = Matrix.fromRows([
  [1, 2],
  [2, 1],
]);

/** The function has a value there, and no derivative. */
export const withoutDerivative: Readonly<Record<string, Refusal>> = {
  "eigenvalues that meet": {
    of: linalg.eigvalsh,
    A: I,
    error: DomainError,
    says: /eigvalsh.*1 and 1/,
  },
  "eigenvectors of eigenvalues that meet": {
    of: (A) => linalg.eigh(A).vectors,
    A: I,
    error: DomainError,
    says: /eigh.*1 and 1/,
  },
  "eigenvalues of a defective matrix": {
    of: linalg.eigvals,
    A: defective,
    error: DomainError,
    says: /eigvals.*3/,
  },
  "eigenvectors of a defective matrix": {
    of: (A) => linalg.eig(A).vectors,
    A: defective,
    error: DomainError,
    says: /eig.*3/,
  },
  "singular values that meet": {
    of: linalg.singularValues,
    A: I,
    error: DomainError,
    says: /singularValues.*1 and 1/,
  },
  "a singular value 0": {
    of: linalg.singularValues,
    A: flat,
    error: DomainError,
    says: /singularValues.*0/,
  },
  "singular vectors at a singular value 0": {
    of: (A) => linalg.svd(A).U,
    A: deficient,
    error: DomainError,
    says: /svd.*0/,
  },
  "‖A‖₂ where the largest singular values meet": {
    of: (A) => linalg.norm(A, 2),
    A: I,
    error: DomainError,
    says: /norm.*1/,
  },
  "QR of dependent columns": {
    of: linalg.qr,
    A: deficient,
    error: SingularMatrixError,
    says: /qr.*column 1/,
  },
  "LU of a matrix whose leading part is singular": {
    of: (A) => linalg.lu(A).U,
    A: flatter,
    error: SingularMatrixError,
    says: /lu.*pivot 1/,
  },
  "√ of a semidefinite matrix": {
    of: linalg.sqrtm,
    A: flat,
    error: SingularMatrixError,
    says: /sqrtm|lyapunov/,
  },
  "polar factors of dependent columns": {
    of: (A) => linalg.polar(A).U,
    A: deficient,
    error: SingularMatrixError,
    says: /polar|lyapunov/,
  },
};

/** The function has a gradient there, as far as float64 can tell, and no second derivative. */
export const withoutSecondDerivative: Readonly<Record<string, Refusal>> = {
  "‖A‖₂ where the largest singular values almost meet": {
    of: (A) => linalg.norm(A, 2),
    A: linalg.diagonalMatrix(Float64Array.of(1, 0.5, 1 + 9 * Number.EPSILON)),
    error: DomainError,
    says: /^norm.*singular values 1.00\d+ and 1 \(nos. 0 and 1\)/,
  },
};

/** There is no value either. */
export const withoutValue: Readonly<Record<string, Refusal>> = {
  "Cholesky of a semidefinite matrix": {
    of: linalg.cholesky,
    A: flat,
    error: DomainError,
    says: /cholesky/,
  },
  "Cholesky of an indefinite matrix": {
    of: linalg.cholesky,
    A: indefinite,
    error: DomainError,
    says: /cholesky/,
  },
  "a definite system that is none": {
    of: (A) => linalg.solvePositiveDefinite(A, Float64Array.of(1, 2)),
    A: indefinite,
    error: DomainError,
    says: /solvePositiveDefinite/,
  },
  "the inverse of a singular matrix": {
    of: linalg.inv,
    A: flat,
    error: SingularMatrixError,
    says: /inv/,
  },
  "a singular system": {
    of: (A) => linalg.solve(A, Float64Array.of(1, 2)),
    A: flat,
    error: SingularMatrixError,
    says: /solve/,
  },
  "log |det| of a singular matrix": {
    of: linalg.logAbsDet,
    A: flat,
    error: SingularMatrixError,
    says: /logAbsDet/,
  },
  // Forward mode meets the singular value 0 before the quotient.
  "the condition of a singular matrix": {
    of: (A) => linalg.cond(A),
    A: projector,
    error: JacobianError,
    says: /cond/,
  },
  "the condition of a singular matrix by sums": {
    of: (A) => linalg.cond(A, 1),
    A: flat,
    error: SingularMatrixError,
    says: /^cond/,
  },
  "the condition of a singular matrix by the nuclear norm": {
    of: (A) => linalg.cond(A, "nuclear"),
    A: flat,
    error: SingularMatrixError,
    says: /^cond/,
  },
  "√ of an indefinite matrix": {
    of: linalg.sqrtm,
    A: indefinite,
    error: DomainError,
    says: /sqrtm.*-1/,
  },
  "log of a semidefinite matrix": { of: linalg.logm, A: flat, error: DomainError, says: /logm/ },
  "a function outside its domain": {
    of: (A) => linalg.spectralFunction(log, A),
    A: indefinite,
    error: DomainError,
    says: /spectralFunction.*-0\.9999/,
  },
  "a determinant of what is not square": {
    of: linalg.det,
    A: deficient,
    error: ShapeError,
    says: /det.*3×2/,
  },
};

/** What the same point leaves differentiable. */
export const allowed: Readonly<Record<string, readonly [(A: MatrixValue) => unknown, Matrix]>> = {
  "spectralFunction at repeated eigenvalues": [(A) => linalg.spectralFunction(exp, A), I],
  "det of a singular matrix": [linalg.det, flat],
  "LU of a singular matrix whose leading part is not": [(A) => linalg.lu(A).U, flat],
  "trace of a repeated spectrum": [linalg.trace, I],
  "sqrtm at repeated eigenvalues": [linalg.sqrtm, I],
  "nuclear norm at repeated singular values": [(A) => linalg.norm(A, "nuclear"), I],
  "polar factors at repeated singular values": [linalg.polar, I],
  "the permutation of a singular matrix's LU": [(A) => linalg.lu(A).sign, flat],
  "LDLᵀ of an indefinite matrix": [linalg.ldl, indefinite],
};
