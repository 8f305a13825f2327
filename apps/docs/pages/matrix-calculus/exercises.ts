import {
  at,
  derivative,
  eigvalsh,
  gradient,
  inv,
  jvp,
  logAbsDet,
  matrix,
  type MatrixValue,
  type Scalar,
  solve,
} from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

export const logDetGradient: Exercise = {
  answer: () =>
    gradient((A: MatrixValue) => logAbsDet(A).logAbsDet)(
      matrix([
        [2, 1],
        [1, 1],
      ]),
    ),
  solution: "1, -1; -1, 2",
  mistakes: [
    {
      answer: "2, 1; 1, 1",
      say: "That is A. The gradient of log det A is the transposed inverse of A.",
    },
    {
      answer: "2, -1; -1, 1",
      say: "The inverse of (a b; c d) has d and a exchanged on the diagonal: (d -b; -c a)/det.",
    },
  ],
  hint: "The gradient is the transpose of the inverse, and det A = 1.",
};

export const forwardInverse: Exercise = {
  answer: ({ a, b }) =>
    jvp((A: MatrixValue) => inv(A))(
      matrix([
        [a!, 0],
        [0, b!],
      ]),
      matrix([
        [0, 1],
        [0, 0],
      ]),
    ).tangent,
  at: [
    { a: 2, b: 5 },
    { a: -1.5, b: 0.4 },
  ],
  solution: "0, -1/(a*b); 0, 0",
  mistakes: [
    {
      answer: "0, -1/a^2; 0, 0",
      say: "One factor C stands on each side: -C·dA·C. The right one has 1/b.",
    },
    { answer: "0, 1/(a*b); 0, 0", say: "The sign: from dA·C + A·dC = 0 follows dC = -C·dA·C." },
  ],
  hint: "-C·dA·C with C = diag(1/a, 1/b).",
};

export const adjointOfA: Exercise = {
  answer: () =>
    gradient((A: MatrixValue) => at(solve(A, Float64Array.of(2, 4)), 0))(
      matrix([
        [2, 0],
        [0, 4],
      ]),
    ),
  solution: "-1/2, -1/2; 0, 0",
  mistakes: [
    {
      answer: "-1/2, 0; -1/2, 0",
      say: "That is the transpose: the adjoint of b is the column, x the row, in -bBar·x^T.",
    },
    { answer: "1/2, 1/2; 0, 0", say: "The sign: dA·x stands on the other side of the equation." },
    {
      answer: "-1, -1; 0, 0",
      say: "First solve with the transpose of A: the adjoint of b is (1/2, 0).",
    },
  ],
  hint: "The adjoint of b is A^-T·(1, 0) = (1/2, 0). Then the adjoint of A is -bBar·x^T.",
};

export const eigenvalueRate: Exercise = {
  answer: () =>
    derivative((t: Scalar) =>
      at(
        eigvalsh(
          matrix([
            [1, t],
            [t, 3],
          ]),
        ),
        0,
      ),
    )(1),
  solution: "-1/sqrt(2)",
  mistakes: [
    {
      answer: "1/sqrt(2)",
      say: "That is the larger eigenvalue. They repel each other, so the smaller one falls.",
    },
    {
      answer: "-1/(2*sqrt(2))",
      say: "The derivative of S has two entries 1, so v'·dS·v = 2·v1·v2 has two terms.",
    },
  ],
  hint: "The eigenvalues are 2 ± sqrt(1 + t^2); or v^T·dS·v with the unit eigenvector v.",
};
