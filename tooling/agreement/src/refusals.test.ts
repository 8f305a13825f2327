import {
  type MatrixValue,
  DomainError,
  JacobianError,
  Matrix,
  ShapeError,
  SingularMatrixError,
  exp,
  leavesOf,
  log,
} from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { differentiable } from "./composites.ts";
import { type AnyFunction, engines, nameOf, orders } from "./engines.ts";
import { numbersOf } from "./numbers.ts";

type ErrorClass = new (message: string) => JacobianError;

interface Refusal {
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
const withoutDerivative: Readonly<Record<string, Refusal>> = {
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

/** There is no value either. */
const withoutValue: Readonly<Record<string, Refusal>> = {
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

const listed =
  (of: Refusal["of"]): AnyFunction =>
  (A) =>
    // The input of each is a matrix.
    leavesOf("refusals", differentiable(of(A as MatrixValue)));

const refuses = (run: () => unknown, { error, says }: Refusal): void => {
  expect(run).toThrow(error);
  expect(run).toThrow(says);
};

/** Every road to a derivative of first and second order. */
const roads = (f: AnyFunction, A: Matrix): readonly (readonly [string, () => unknown])[] => [
  ...engines.map(({ name, jacobian }) => [name, () => jacobian(f)(A)] as const),
  ...orders(2).map((order) => {
    const [outer, within] = order;
    return [nameOf(order), () => within && outer?.jacobian(within.jacobian(f))(A)] as const;
  }),
];

describe.each(Object.entries(withoutDerivative))("%s: a value, no derivative", (_, refusal) => {
  const f = listed(refusal.of);

  test("has a value", () => {
    expect(numbersOf(f(refusal.A)).every(Number.isFinite)).toBe(true);
  });

  test.each(roads(f, refusal.A))("%s", (_, derivative) => {
    refuses(derivative, refusal);
  });
});

describe.each(Object.entries(withoutValue))("%s: no value", (_, refusal) => {
  const f = listed(refusal.of);

  test("plain", () => {
    refuses(() => f(refusal.A), refusal);
  });

  test.each(roads(f, refusal.A))("%s", (_, derivative) => {
    refuses(derivative, refusal);
  });
});

/** What the same point leaves differentiable. */
const allowed: Readonly<Record<string, readonly [(A: MatrixValue) => unknown, Matrix]>> = {
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

test.each(Object.entries(allowed))("%s has a derivative in both modes", (_, [of, A]) => {
  const [forward, reverse] = engines.map(({ jacobian }) => numbersOf(jacobian(listed(of))(A)));
  expect(forward?.every(Number.isFinite)).toBe(true);
  forward?.forEach((entry, k) => {
    expect(reverse?.[k]).toBeCloseTo(entry, 13);
  });
});
