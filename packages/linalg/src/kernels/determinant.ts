import type { Factors } from "./factorize.ts";

/** det A = det P · Π uᵢᵢ; exponents are summed apart, so that no partial product leaves the range. */
export const determinant = ({ n, packed, sign }: Factors): number => {
  let mantissa: number = sign;
  let exponent = 0;
  for (let i = 0; i < n; i++) {
    const pivot = packed[i * n + i]!;
    if (pivot === 0) return 0;
    const [shift, pivotShift] = [exponentOf(mantissa), exponentOf(pivot)];
    mantissa = (mantissa / 2 ** shift) * (pivot / 2 ** pivotShift);
    exponent += shift + pivotShift;
  }
  return mantissa * 2 ** exponent;
};

const exponentOf = (x: number): number => Math.floor(Math.log2(Math.abs(x)));

/** sign(det A), which is 0 if a pivot is, and log |det A|. */
export const logAbsDeterminant = ({ n, packed, sign }: Factors): { sign: number; log: number } => {
  const result = { sign: sign as number, log: 0 };
  for (let i = 0; i < n; i++) {
    result.sign *= Math.sign(packed[i * n + i]!);
    result.log += Math.log(Math.abs(packed[i * n + i]!));
  }
  return result;
};
