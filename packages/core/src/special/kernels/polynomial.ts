/** Horner's rule; the coefficient of the highest power comes first. */
export function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}
