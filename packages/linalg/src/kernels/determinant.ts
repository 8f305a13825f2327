import { exponentOf } from "./exponent.ts";
import type { Factors } from "./factorize.ts";

/** det A = det P · Π uᵢᵢ; exponents are summed apart, so that no partial product leaves the range. */
export const determinant = ({ n, packed, sign, unit }: Factors): number => {
  let mantissa: number = sign;
  let exponent = n * exponentOf(unit);
  for (let i = 0; i < n; i++) {
    const pivot = packed[i * n + i]!;
    if (pivot === 0) return 0;
    const [shift, pivotShift] = [exponentOf(mantissa), exponentOf(pivot)];
    mantissa = (mantissa / 2 ** shift) * (pivot / 2 ** pivotShift);
    exponent += shift + pivotShift;
  }
  // In two steps: 2^exponent may be out of range where the determinant is not.
  const half = Math.trunc(exponent / 2);
  return mantissa * 2 ** half * 2 ** (exponent - half);
};

/** sign(det A), which is 0 if a pivot is, and log |det A|. */
export const logAbsDeterminant = ({
  n,
  packed,
  sign,
  unit,
}: Factors): { sign: number; log: number } => {
  const result = { sign: sign as number, log: n * Math.log(unit) };
  for (let i = 0; i < n; i++) {
    result.sign *= Math.sign(packed[i * n + i]!);
    result.log += Math.log(Math.abs(packed[i * n + i]!));
  }
  return result;
};
