/** ‖A/unit‖₁, the largest sum of magnitudes in a column of n; 0 of no rows. */
export const largestColumnSum = (a: Float64Array, n: number, unit = 1): number => {
  const sums = new Float64Array(n);
  for (let row = 0; row < a.length; row += n) {
    for (let j = 0; j < n; j++) sums[j]! += Math.abs(a[row + j]! / unit);
  }
  let top = 0;
  for (let j = 0; j < n; j++) top = Math.max(top, sums[j]!);
  return top;
};
