import {
  type MatrixValue,
  type Scalar,
  type Value,
  type Vector,
  abs,
  add,
  at,
  cos,
  exp,
  log,
  matrix,
  mul,
  sin,
  sqrt,
  square,
  sub,
  sum,
  take,
} from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import type { Trait } from "./structured-matrices.ts";

const { diagonal, diagonalMatrix, identity, matmul, solve, symmetricPart } = linalg;
const { timesTransposed, trace, transpose, transposedTimes } = linalg;

type Side = (A: MatrixValue) => unknown;

/** Two roads to the same values. */
export interface Identity {
  readonly name: string;
  readonly left: Side;
  readonly right: Side;
  readonly needs: readonly Trait[];
}

const scalars = (x: Vector): Scalar[] => Array.from({ length: x.length }, (_, k) => at(x, k));

/** Π xₖ */
const product = (x: Vector): Scalar => scalars(x).reduce<Scalar>((p, y) => mul(p, y), 1);

/** Π (reₖ + i·imₖ) as its real and imaginary part. */
const complexProduct = (re: Vector, im: Vector): readonly Scalar[] =>
  scalars(re).reduce<readonly [Scalar, Scalar]>(
    ([a, b], x, k) => {
      const y = at(im, k);
      return [sub(mul(a, x), mul(b, y)), add(mul(a, y), mul(b, x))];
    },
    [1, 0],
  );

/** The other way round. */
const reversed = (x: Vector): Value => {
  const index = Int32Array.from({ length: x.length }, (_, k) => x.length - 1 - k);
  return take(x, { index, shape: [x.length] });
};

/** Rows and columns of a square matrix in another order. */
const permuted = (A: MatrixValue, order: Int32Array): MatrixValue => {
  const n = order.length;
  const index = Int32Array.from(
    { length: n * n },
    (_, k) => order[Math.floor(k / n)]! * n + order[k % n]!,
  );
  // What is taken in the shape of a matrix is one.
  return take(A, { index, shape: [n, n] }) as MatrixValue;
};

/** A right-hand side that depends on A, as long as A has rows. */
const right = (A: MatrixValue): Vector => sum(cos(A), "rows");

/** A second matrix that depends on the first. */
const other = (A: MatrixValue): MatrixValue => sin(add(A, A));

const twoByTwo = (A: MatrixValue): MatrixValue =>
  matrix([
    [2, at(A, 0, 0)],
    [at(A, 1, 0), -3],
  ]);

/** Aᵀ·A */
const gram = (A: MatrixValue): MatrixValue => transposedTimes(A, A);

/** V·diag(x)·Wᵀ */
const composed = (V: MatrixValue, x: Vector, W: MatrixValue): MatrixValue =>
  matmul(V, timesTransposed(diagonalMatrix(x), W));

type Row = readonly [left: Side, right: Side, ...needs: Trait[]];

const products: Readonly<Record<string, Row>> = {
  "A·Bᵀ": [(A) => timesTransposed(A, other(A)), (A) => matmul(A, transpose(other(A)))],
  "Aᵀ·B": [(A) => transposedTimes(A, other(A)), (A) => matmul(transpose(A), other(A))],
  "det(A ⊗ B) = det(A)²·det(B)ⁿ": [
    (A) => linalg.det(linalg.kron(A, twoByTwo(A))),
    (A) =>
      mul(square(linalg.det(A)), product(diagonal(mul(identity(A.rows), linalg.det(twoByTwo(A)))))),
    "square",
  ],
  "(A ⊗ B)·(A ⊗ B)ᵀ = A·Aᵀ ⊗ B·Bᵀ": [
    (A) => timesTransposed(linalg.kron(A, twoByTwo(A)), linalg.kron(A, twoByTwo(A))),
    (A) => linalg.kron(timesTransposed(A, A), timesTransposed(twoByTwo(A), twoByTwo(A))),
  ],
};

const systems: Readonly<Record<string, Row>> = {
  "A⁻¹·b by solve and inv": [
    (A) => solve(A, right(A)),
    (A) => matmul(linalg.inv(A), right(A)),
    "square",
  ],
  "A⁻¹·b by solve and pinv": [
    (A) => solve(A, right(A)),
    (A) => matmul(linalg.pinv(A), right(A)),
    "square",
  ],
  "A⁻¹·b by solve and lstsq": [
    (A) => solve(A, right(A)),
    (A) => linalg.lstsq(A, right(A)),
    "square",
  ],
  "A⁻¹·B by solve and qr": [
    (A) => solve(A, other(A)),
    (A) => {
      const { Q, R } = linalg.qr(A);
      return linalg.solveTriangular(R, transposedTimes(Q, other(A)), { lower: false });
    },
    "square",
  ],
  "S⁻¹·b by Cholesky and LU": [
    (A) => linalg.solvePositiveDefinite(A, right(A)),
    (A) => solve(symmetricPart(A), right(A)),
    "definite",
  ],
  "T⁻¹·b of a triangle": [
    (A) => linalg.solveTriangular(A, right(A), { lower: true }),
    (A) => solve(linalg.lowerTriangle(A), right(A)),
    "regular diagonal",
  ],
  "least squares by the normal equations": [
    (A) => linalg.lstsq(A, right(A)),
    (A) => solve(gram(A), transposedTimes(A, right(A))),
    "tall",
  ],
  "least squares, the shortest": [
    (A) => linalg.lstsq(transpose(A), right(transpose(A))),
    (A) => matmul(A, solve(gram(A), right(transpose(A)))),
    "tall",
  ],
  "A⁺ = (Aᵀ·A)⁻¹·Aᵀ": [linalg.pinv, (A) => solve(gram(A), transpose(A)), "tall"],
};

const determinants: Readonly<Record<string, Row>> = {
  "log det(Aᵀ·A) = 2·log |det A|": [
    (A) => linalg.logAbsDet(gram(A)).logAbsDet,
    (A) => mul(2, linalg.logAbsDet(A).logAbsDet),
    "square",
  ],
  "log det(Aᵀ·A) = 2·Σ log σ": [
    (A) => linalg.logAbsDet(gram(A)).logAbsDet,
    (A) => mul(2, sum(log(linalg.singularValues(A)))),
    "tall",
  ],
  "det A = Π λ": [
    (A) => [linalg.det(A), 0],
    (A) => {
      const { re, im } = linalg.eigvals(A);
      return complexProduct(re, im);
    },
    "square",
  ],
  "det S = Π λ": [
    (A) => linalg.det(symmetricPart(A)),
    (A) => product(linalg.eigvalsh(A)),
    "square",
  ],
  "det A = det P·Π u": [
    linalg.det,
    (A) => {
      const { U, sign } = linalg.lu(A);
      return mul(sign, product(diagonal(U)));
    },
    "square",
    "clear pivots",
  ],
  "log |det A| = Σ log |r|": [
    (A) => linalg.logAbsDet(A).logAbsDet,
    (A) => sum(log(abs(diagonal(linalg.qrPivoted(A).R)))),
    "square",
    "clear pivots",
  ],
  "log det S by Cholesky and LDLᵀ": [
    (A) => mul(2, sum(log(diagonal(linalg.cholesky(A))))),
    (A) => linalg.logAbsDet(linalg.ldl(A).D).logAbsDet,
    "definite",
  ],
  "det eᴬ = e^tr A": [(A) => linalg.det(linalg.expm(A)), (A) => exp(trace(A)), "square"],
};

const factors: Readonly<Record<string, Row>> = {
  "P·A = L·U": [
    (A) => {
      const { L, U } = linalg.lu(A);
      return transposedTimes(matmul(L, U), matmul(L, U));
    },
    gram,
    "square",
    "clear pivots",
  ],
  "P·S·Pᵀ = L·D·Lᵀ": [
    (A) => {
      const { L, D } = linalg.ldl(A);
      return matmul(L, timesTransposed(D, L));
    },
    (A) => permuted(symmetricPart(A), linalg.ldl(A).permutation),
    "square",
  ],
  "Cholesky of P·S·Pᵀ is L·√D": [
    (A) => linalg.cholesky(permuted(symmetricPart(A), linalg.ldl(A).permutation)),
    (A) => {
      const { L, D } = linalg.ldl(A);
      return matmul(L, diagonalMatrix(sqrt(diagonal(D))));
    },
    "definite",
  ],
  "R = Lᵀ of Aᵀ·A": [(A) => linalg.qr(A).R, (A) => transpose(linalg.cholesky(gram(A))), "tall"],
  "Q·R = A": [
    (A) => {
      const { Q, R } = linalg.qr(A);
      return [matmul(Q, R), gram(Q)];
    },
    (A) => [A, identity(Math.min(A.rows, A.cols))],
  ],
};

const spectra: Readonly<Record<string, Row>> = {
  "V·diag(λ)·Vᵀ = S": [
    (A) => {
      const { values, vectors } = linalg.eigh(A);
      return [composed(vectors, values, vectors), gram(vectors)];
    },
    (A) => [symmetricPart(A), identity(A.rows)],
    "square",
  ],
  "eigenvalues of a symmetric matrix, by eigvals and eigvalsh": [
    (A) => {
      const { re, im } = linalg.eigvals(symmetricPart(A));
      return [sum(exp(re)), sum(im), product(cos(re))];
    },
    (A) => {
      const values = linalg.eigvalsh(A);
      return [sum(exp(values)), 0, product(cos(values))];
    },
    "square",
  ],
  "projectors of a symmetric matrix, by eig and eigh": [
    (A) => {
      const { re, vectors } = linalg.eig(symmetricPart(A));
      return composed(vectors.re, exp(re), vectors.re);
    },
    (A) => {
      const { values, vectors } = linalg.eigh(A);
      return composed(vectors, exp(values), vectors);
    },
    "square",
  ],
  "A·V = V·diag(λ)": [
    (A) => {
      const { vectors } = linalg.eig(A);
      return [matmul(A, vectors.re), matmul(A, vectors.im)];
    },
    (A) => {
      const { re, im, vectors } = linalg.eig(A);
      const [x, y] = [diagonalMatrix(re), diagonalMatrix(im)];
      return [
        sub(matmul(vectors.re, x), matmul(vectors.im, y)),
        add(matmul(vectors.re, y), matmul(vectors.im, x)),
      ];
    },
    "square",
  ],
  "eigh and eigvalsh": [(A) => linalg.eigh(A).values, linalg.eigvalsh, "square"],
  "svd and singularValues": [(A) => linalg.svd(A).s, linalg.singularValues],
  "σ² = λ of Aᵀ·A": [
    (A) => square(linalg.singularValues(A)),
    (A) => reversed(linalg.eigvalsh(gram(A))),
    "tall",
  ],
  "U·diag(s)·Vᵀ = A": [
    (A) => {
      const { U, s, V } = linalg.svd(A);
      return [composed(U, s, V), gram(U), gram(V)];
    },
    (A) => [A, ...[0, 1].map(() => identity(Math.min(A.rows, A.cols)))],
  ],
};

const norms: Readonly<Record<string, Row>> = {
  "‖A‖ nuclear = tr √(Aᵀ·A)": [
    (A) => linalg.norm(A, "nuclear"),
    (A) => trace(linalg.sqrtm(gram(A))),
    "tall",
  ],
  "‖A‖ nuclear = Σ σ": [(A) => linalg.norm(A, "nuclear"), (A) => sum(linalg.singularValues(A))],
  "‖A‖₂ = σ₁": [(A) => linalg.norm(A, 2), (A) => at(linalg.singularValues(A), 0)],
  "‖A‖ Frobenius = √tr(Aᵀ·A)": [(A) => linalg.norm(A, "fro"), (A) => sqrt(trace(gram(A)))],
  "cond A = ‖A‖·‖A⁺‖": [
    (A) => linalg.cond(A),
    (A) => mul(linalg.norm(A, 2), linalg.norm(linalg.pinv(A), 2)),
  ],
  "cond₁ A = ‖A‖₁·‖A⁻¹‖₁": [
    (A) => linalg.cond(A, 1),
    (A) => mul(linalg.norm(A, 1), linalg.norm(linalg.inv(A), 1)),
    "square",
  ],
};

const functions: Readonly<Record<string, Row>> = {
  "e^S by expm and spectralFunction": [
    (A) => linalg.expm(symmetricPart(A)),
    (A) => linalg.spectralFunction(exp, A),
    "square",
  ],
  "eᴬ·e⁻ᴬ = I": [
    (A) => matmul(linalg.expm(A), linalg.expm(mul(-1, A))),
    (A) => identity(A.rows),
    "square",
  ],
  "log e^S = S": [(A) => linalg.logm(linalg.expm(symmetricPart(A))), symmetricPart, "square"],
  "(√S)² = S": [(A) => matmul(linalg.sqrtm(A), linalg.sqrtm(A)), symmetricPart, "definite"],
  "√S = e^(½·log S)": [linalg.sqrtm, (A) => linalg.expm(mul(0.5, linalg.logm(A))), "definite"],
  "polar by svd": [
    (A) => {
      const { U, P } = linalg.polar(A);
      return [U, P];
    },
    (A) => {
      const { U, s, V } = linalg.svd(A);
      return [timesTransposed(U, V), composed(V, s, V)];
    },
    "tall",
  ],
  "P = √(Aᵀ·A)": [(A) => linalg.polar(A).P, (A) => linalg.sqrtm(gram(A)), "tall"],
};

const subspaces: Readonly<Record<string, Row>> = {
  "the projector on the range": [
    (A) => timesTransposed(linalg.columnSpace(A), linalg.columnSpace(A)),
    (A) => matmul(A, linalg.pinv(A)),
  ],
  "the projector on the null space": [
    (A) => timesTransposed(linalg.nullSpace(A), linalg.nullSpace(A)),
    (A) => sub(identity(A.cols), matmul(linalg.pinv(A), A)),
  ],
};

export const identities: readonly Identity[] = Object.entries({
  ...products,
  ...systems,
  ...determinants,
  ...factors,
  ...spectra,
  ...norms,
  ...functions,
  ...subspaces,
}).map(([name, [left, right, ...needs]]) => ({ name, left, right, needs }));
