import { type MatrixValue, Matrix, OperatorError, ShapeError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { randomMatrix } from "../../test-support/matrices.ts";
import { blockDiagonal, blockMatrix, det, identity, matmul, zeroMatrix } from "../index.ts";

/** What a program that is not type-checked may pass. */
const wrong = (operand: unknown): never => operand as never;
const [A, B, C, D] = [
  randomMatrix(2, 3),
  randomMatrix(2, 1),
  randomMatrix(1, 3),
  randomMatrix(1, 1),
];

describe("wrong blocks", () => {
  test.each<[string, readonly (readonly unknown[])[], string]>([
    [
      "heights of a row",
      [
        [A, B],
        [C, B],
      ],
      "blockMatrix: expected blocks with as many rows in row 1 of the blocks, got a 1×3 matrix as block (1, 0) and a 2×1 matrix as block (1, 1); make them equal",
    ],
    [
      "widths of a column",
      [
        [A, B],
        [D, D],
      ],
      "blockMatrix: expected blocks with as many columns in column 0 of the blocks, got a 2×3 matrix as block (0, 0) and a 1×1 matrix as block (1, 0); make them equal",
    ],
    [
      "a row of zeros",
      [
        [A, B],
        [0, 0],
      ],
      "blockMatrix: expected a block with a size in row 1 of the blocks, got only zeros; write zeroMatrix(m, n) for one of them",
    ],
    [
      "a column of zeros",
      [
        [A, 0],
        [C, 0],
      ],
      "expected a block with a size in column 1 of the blocks, got only zeros",
    ],
    [
      "rows of two lengths",
      [[A, B], [C]],
      "blockMatrix: expected rows of 2 blocks, got 1 in row 1",
    ],
    [
      "a number",
      [[A, 2]],
      "blockMatrix: expected a matrix, a vector (one column) or 0 (zeros) as block (0, 1), got a scalar; write fromRows([[x]]) for a 1×1 block",
    ],
  ])("%s", (_, blocks, message) => {
    const call = () => blockMatrix(wrong(blocks));
    expect(call).toThrow(ShapeError);
    expect(call).toThrow(message);
  });

  test.each<[unknown, string]>([
    [undefined, "undefined"],
    [A, "a 2×3 matrix;"],
    [[A, B], "a 2×3 matrix as row 0;"],
    [[[A], 0], "0 as row 1;"],
    [new Array<number[]>(2), "undefined as row 0;"],
  ])("no rows of blocks, %#", (blocks, got) => {
    const call = () => blockMatrix(wrong(blocks));
    expect(call).toThrow(OperatorError);
    expect(call).toThrow(`blockMatrix: expected a list of rows of blocks, got ${got}`);
  });

  test("blocks that are no values", () => {
    expect(() => blockMatrix([[wrong("A")]])).toThrow("blockMatrix: expected a number");
    expect(() => blockMatrix([[A, wrong(undefined)]])).toThrow(OperatorError);
    expect(() => blockMatrix([new Array<0>(2)])).toThrow("blockMatrix: expected a number");
    expect(() => blockDiagonal(A, wrong(undefined))).toThrow(OperatorError);
    expect(() => blockDiagonal(A, wrong(Float64Array.of(1)))).toThrow(ShapeError);
    expect(() => blockDiagonal(wrong(1))).toThrow("blockDiagonal: expected a matrix, got a scalar");
  });
});

test("blocks at their places, zeros and vectors among them", () => {
  const x = Float64Array.of(7, 8);
  const I = identity(2);
  expect(
    blockMatrix([
      [I, x],
      [0, Matrix.fromRows([[9]])],
    ]).toJSON(),
  ).toEqual([
    [1, 0, 7],
    [0, 1, 8],
    [0, 0, 9],
  ]);
  expect(
    blockMatrix([
      [0, I],
      [I, 0],
    ]).toJSON(),
  ).toEqual([
    [0, 0, 1, 0],
    [0, 0, 0, 1],
    [1, 0, 0, 0],
    [0, 1, 0, 0],
  ]);
});

test("the product of block matrices is that of their blocks", () => {
  const left = blockMatrix([
    [A, B],
    [C, D],
  ]);
  const X = randomMatrix(3, 2, 8);
  const Y = randomMatrix(1, 2, 9);
  const expected = blockMatrix([
    [matmul(hstackOf(A, B), blockMatrix([[X], [Y]]))],
    [matmul(hstackOf(C, D), blockMatrix([[X], [Y]]))],
  ]);
  expect(matmul(left, blockMatrix([[X], [Y]])).shape).toEqual([3, 2]);
  matmul(left, blockMatrix([[X], [Y]])).data.forEach((entry, k) => {
    expect(entry).toBeCloseTo(expected.data[k] ?? NaN, 15);
  });
});

const hstackOf = (...blocks: Matrix[]): Matrix => blockMatrix([blocks]);

test("empty blocks and none at all", () => {
  expect(blockMatrix([]).shape).toEqual([0, 0]);
  expect(blockMatrix([[]]).shape).toEqual([0, 0]);
  expect(
    blockMatrix([
      [new Matrix(0, 2), 0],
      [0, new Matrix(3, 0)],
    ]).shape,
  ).toEqual([3, 2]);
  expect(blockDiagonal().shape).toEqual([0, 0]);
  expect(blockDiagonal(new Matrix(0, 2), D, new Matrix(1, 0)).toJSON()).toEqual([
    [0, 0, D.at(0, 0)],
    [0, 0, 0],
  ]);
});

test("blockDiagonal is blockMatrix with zeros, and determinants multiply", () => {
  const [P, Q] = [randomMatrix(3, 3), randomMatrix(2, 2)];
  expect(blockDiagonal(A, P, Q)).toEqual(
    blockMatrix([
      [A, 0, 0],
      [0, P, 0],
      [0, 0, Q],
    ]),
  );
  expect(det(blockDiagonal(P, Q))).toBeCloseTo(det(P) * det(Q), 14);
  expect(blockDiagonal(zeroMatrix(1, 1), identity(1)).toJSON()).toEqual([
    [0, 0],
    [0, 1],
  ]);
});

test("the type of plain blocks is plain", () => {
  const plain: Matrix = blockMatrix([
    [A, 0],
    [0, B],
  ]);
  const any: MatrixValue = blockDiagonal(A, B);
  expect([plain.shape, any.shape]).toEqual([
    [4, 4],
    [4, 4],
  ]);
});
