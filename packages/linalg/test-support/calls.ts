import { Matrix, exp } from "@jacobian/core";
import { transposedTimes } from "../src/products/products.ts";
import { randomMatrix, randomVector } from "./matrices.ts";

const [wide, tall, large] = [randomMatrix(2, 3), randomMatrix(3, 2), randomMatrix(4, 4)];
const [two, three] = [randomVector(2), randomVector(3)];
const general = randomMatrix(3, 3);
/** Symmetric and positive definite. */
const definite = new Matrix(
  3,
  3,
  transposedTimes(general, general).data.map((entry, k) => entry + (k % 4 === 0 ? 1 : 0)),
);

export type Operands = readonly unknown[];

/** How a function is called. */
export interface Call {
  readonly right: Operands;
  /** Operands of wrong shapes, all of which the message shows. */
  readonly wrong: readonly Operands[];
}

const ofMatrix = (A: Matrix, ...options: Operands): Call => ({
  right: [A, ...options],
  wrong: [
    [three, ...options],
    [2, ...options],
  ],
});

const ofSquare = (A: Matrix, ...options: Operands): Call => ({
  right: [A, ...options],
  wrong: [
    [wide, ...options],
    [tall, ...options],
    [three, ...options],
    [2, ...options],
  ],
});

const ofSystem = (A: Matrix): Call => ({
  right: [A, three],
  wrong: [
    [A, two],
    [A, wide],
    [A, 2],
    [wide, two],
    [tall, three],
    [three, three],
    [2, three],
  ],
});

/** Numbers of rows and columns, lists of values: what has no one shape is tested beside its source. */
export const withoutShapes = [
  "zeroMatrix",
  "identity",
  "randomMatrix",
  "fromRows",
  "fromColumns",
  "blockMatrix",
];

export const calls: Readonly<Record<string, Call>> = {
  submatrix: ofMatrix(wide, [0, 1], [0, 1]),
  diagonal: ofMatrix(wide),
  diagonalMatrix: { right: [three], wrong: [[wide], [2]] },
  lowerTriangle: ofMatrix(wide),
  upperTriangle: ofMatrix(wide),
  symmetricPart: ofSquare(general),
  trace: ofSquare(general),
  hstack: {
    right: [wide, two],
    wrong: [
      [wide, three],
      [wide, large],
      [wide, 2],
    ],
  },
  vstack: {
    right: [wide, three],
    wrong: [
      [wide, two],
      [wide, large],
      [wide, 2],
    ],
  },
  blockDiagonal: { right: [wide, tall], wrong: [[three], [2]] },
  transpose: ofMatrix(wide),
  matmul: {
    right: [wide, tall],
    wrong: [
      [wide, wide],
      [wide, two],
      [two, wide],
      [wide, 2],
      [2, wide],
      [2, 3],
    ],
  },
  timesTransposed: {
    right: [wide, wide],
    wrong: [
      [wide, tall],
      [wide, three],
      [three, wide],
      [wide, 2],
      [2, 3],
    ],
  },
  transposedTimes: {
    right: [tall, three],
    wrong: [
      [wide, tall],
      [wide, three],
      [two, wide],
      [wide, 2],
      [2, 3],
    ],
  },
  outer: {
    right: [two, three],
    wrong: [
      [wide, three],
      [two, 3],
      [2, 3],
    ],
  },
  dot: {
    right: [two, two],
    wrong: [
      [two, three],
      [wide, wide],
      [2, 3],
    ],
  },
  cross: {
    right: [three, three],
    wrong: [
      [two, two],
      [three, wide],
      [2, 3],
    ],
  },
  kron: {
    right: [wide, tall],
    wrong: [
      [wide, three],
      [2, tall],
      [2, 3],
    ],
  },
  solve: ofSystem(general),
  solveTriangular: ofSystem(general),
  solvePositiveDefinite: ofSystem(definite),
  inv: ofSquare(general),
  rcond: ofSquare(general),
  det: ofSquare(general),
  logAbsDet: ofSquare(general),
  lu: ofSquare(general),
  cholesky: ofSquare(definite),
  ldl: ofSquare(definite),
  qr: ofMatrix(tall),
  qrPivoted: ofMatrix(wide),
  eigh: ofSquare(definite),
  eigvalsh: ofSquare(definite),
  eig: ofSquare(general),
  eigvals: ofSquare(general),
  svd: ofMatrix(wide),
  singularValues: ofMatrix(wide),
  lstsq: {
    right: [tall, three],
    wrong: [
      [tall, two],
      [tall, wide],
      [tall, 2],
      [three, three],
      [2, three],
    ],
  },
  pinv: ofMatrix(wide),
  rank: ofMatrix(wide),
  cond: ofMatrix(wide),
  nullSpace: ofMatrix(wide),
  columnSpace: ofMatrix(wide),
  expm: ofSquare(general),
  spectralFunction: {
    right: [exp, definite],
    wrong: [
      [exp, wide],
      [exp, three],
      [exp, 2],
    ],
  },
  sqrtm: ofSquare(definite),
  logm: ofSquare(definite),
  polar: ofMatrix(tall),
  norm: { right: [wide], wrong: [[2]] },
};
