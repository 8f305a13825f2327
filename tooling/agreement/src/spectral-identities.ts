import { add, at, cos, exp, mul, sqrt, square, sub, sum } from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { type Row, product, reversed, permuted, gram, composed } from "./identity-parts.ts";

const {
  diagonal,
  diagonalMatrix,
  identity,
  matmul,
  symmetricPart,
  timesTransposed,
  trace,
  transpose,
  transposedTimes,
} = linalg;

export const factors: Readonly<Record<string, Row>> = {
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

export const spectra: Readonly<Record<string, Row>> = {
  "V·diag(λ)·Vᵀ = S": [
    (A) => {
      const { values, vectors } = linalg.eigh(A);
      return [composed(vectors, values, vectors), gram(vectors)];
    },
    (A) => [symmetricPart(A), identity(A.rows)],
    "square",
    "distinct",
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
    "distinct",
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
    "distinct",
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
    "distinct",
  ],
  "eigh and eigvalsh": [(A) => linalg.eigh(A).values, linalg.eigvalsh, "square", "distinct"],
  "svd and singularValues": [(A) => linalg.svd(A).s, linalg.singularValues, "distinct"],
  "σ² = λ of Aᵀ·A": [
    (A) => square(linalg.singularValues(A)),
    (A) => reversed(linalg.eigvalsh(gram(A))),
    "tall",
    "distinct",
  ],
  "U·diag(s)·Vᵀ = A": [
    (A) => {
      const { U, s, V } = linalg.svd(A);
      return [composed(U, s, V), gram(U), gram(V)];
    },
    (A) => [A, ...[0, 1].map(() => identity(Math.min(A.rows, A.cols)))],
    "distinct",
  ],
};

export const norms: Readonly<Record<string, Row>> = {
  "‖A‖ nuclear = tr √(Aᵀ·A)": [
    (A) => linalg.norm(A, "nuclear"),
    (A) => trace(linalg.sqrtm(gram(A))),
    "tall",
  ],
  "‖A‖ nuclear = Σ σ": [
    (A) => linalg.norm(A, "nuclear"),
    (A) => sum(linalg.singularValues(A)),
    "distinct",
  ],
  "‖A‖₂ = σ₁": [(A) => linalg.norm(A, 2), (A) => at(linalg.singularValues(A), 0), "distinct"],
  "‖A‖ Frobenius = √tr(Aᵀ·A)": [(A) => linalg.norm(A, "fro"), (A) => sqrt(trace(gram(A)))],
  "cond A = ‖A‖·‖A⁺‖": [
    (A) => linalg.cond(A),
    (A) => mul(linalg.norm(A, 2), linalg.norm(linalg.pinv(A), 2)),
    "distinct",
  ],
  "cond₁ A = ‖A‖₁·‖A⁻¹‖₁": [
    (A) => linalg.cond(A, 1),
    (A) => mul(linalg.norm(A, 1), linalg.norm(linalg.inv(A), 1)),
    "square",
  ],
};

export const functions: Readonly<Record<string, Row>> = {
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
    "distinct",
  ],
  "P = √(Aᵀ·A)": [(A) => linalg.polar(A).P, (A) => linalg.sqrtm(gram(A)), "tall"],
};

export const subspaces: Readonly<Record<string, Row>> = {
  "the projector on the range": [
    (A) => timesTransposed(linalg.columnSpace(A), linalg.columnSpace(A)),
    (A) => matmul(A, linalg.pinv(A)),
  ],
  "the projector on the null space": [
    (A) => timesTransposed(linalg.nullSpace(A), linalg.nullSpace(A)),
    (A) => sub(identity(A.cols), matmul(linalg.pinv(A), A)),
  ],
};
