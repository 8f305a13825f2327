import {
  type MatrixValue,
  type Scalar,
  type Vector,
  abs,
  at,
  build,
  div,
  gt,
  mul,
  sub,
  vector,
} from "@jacobian/core";

/** Gaussian elimination with row exchanges, on numbers or elements; ∞ or NaN where A is singular. */
export const linearSolve = (A: MatrixValue, b: Vector): Vector => {
  const n = A.rows;
  const rows = Array.from({ length: n }, (_, i): Scalar[] => [
    ...build(n, (j) => at(A, i, j)),
    at(b, i),
  ]);
  for (let k = 0; k < n; k++) {
    for (let i = k + 1; i < n; i++)
      if (gt(abs(rows[i]![k]!), abs(rows[k]![k]!))) [rows[i], rows[k]] = [rows[k]!, rows[i]!];
    for (let i = k + 1; i < n; i++) {
      const factor = div(rows[i]![k]!, rows[k]![k]!);
      rows[i] = rows[i]!.map((entry, j) => sub(entry, mul(factor, rows[k]![j]!)));
    }
  }
  const z: Scalar[] = [];
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) rest = sub(rest, mul(rows[i]![j]!, z[j]!));
    z[i] = div(rest, rows[i]![i]!);
  }
  return vector(z);
};
