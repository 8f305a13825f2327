import { dot, inv, jvp, matmul, matrix, mul, sum, vjp, type MatrixValue } from "jacobian";

const inverse = (A: MatrixValue) => inv(A);
const A = matrix([
  [2, 1],
  [1, 1],
]);
const dA = matrix([
  [1, 0],
  [0, 0],
]);
const bar = matrix([
  [0, 1],
  [0, 0],
]);

// Forward: −C·Ȧ·C. In reverse: −Cᵀ·C̄·Cᵀ.
const { value: C, tangent } = jvp(inverse)(A, dA);
C; // Matrix 2×2 [1 -1] [-1 2]
tangent; // Matrix 2×2 [-1 1] [1 -1]
mul(-1, matmul(C, matmul(dA, C))); // Matrix 2×2 [-1 1] [1 -1]
const { cotangent } = vjp(inverse)(A, bar);
cotangent; // Matrix 2×2 [1 -2] [-1 2]

// ⟨C̄, Ċ⟩ = ⟨Ā, Ȧ⟩
sum(mul(bar, tangent)); // 1
dot(cotangent.data, dA.data); // 1
