/** x·log y, with 0·log y = 0 for every y that is a number, as in the limit x·log x → 0 (scipy.special.xlogy). */
export function xlogy(x: number, y: number): number {
  if (x === 0 && !Number.isNaN(y)) return 0;
  return x * Math.log(y);
}
