/** ⟨a, b⟩ */
export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
};

/** ‖a‖ */
export const length = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

/** a − b */
export const less = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((entry, k) => entry - b[k]!);

/** a·x + y */
export const plus = (y: Float64Array, a: number, x: ArrayLike<number>): Float64Array =>
  y.map((entry, k) => entry + a * x[k]!);

/** Whether every entry is 0. */
export const isZero = (x: Float64Array): boolean => x.every((entry) => entry === 0);
