import { abs, exp, log, mul, square, sum } from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import {
  type Row,
  product,
  complexProduct,
  right,
  other,
  twoByTwo,
  gram,
} from "./identity-parts.ts";

const {
  diagonal,
  identity,
  matmul,
  solve,
  symmetricPart,
  timesTransposed,
  trace,
  transpose,
  transposedTimes,
} = linalg;

export const products: Readonly<Record<string, Row>> = {
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

export const systems: Readonly<Record<string, Row>> = {
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

export const determinants: Readonly<Record<string, Row>> = {
  "log det(Aᵀ·A) = 2·log |det A|": [
    (A) => linalg.logAbsDet(gram(A)).logAbsDet,
    (A) => mul(2, linalg.logAbsDet(A).logAbsDet),
    "square",
  ],
  "log det(Aᵀ·A) = 2·Σ log σ": [
    (A) => linalg.logAbsDet(gram(A)).logAbsDet,
    (A) => mul(2, sum(log(linalg.singularValues(A)))),
    "tall",
    "distinct",
  ],
  "det A = Π λ": [
    (A) => [linalg.det(A), 0],
    (A) => {
      const { re, im } = linalg.eigvals(A);
      return complexProduct(re, im);
    },
    "square",
    "distinct",
  ],
  "det S = Π λ": [
    (A) => linalg.det(symmetricPart(A)),
    (A) => product(linalg.eigvalsh(A)),
    "square",
    "distinct",
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
