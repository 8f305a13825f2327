/** ⟨x, y⟩ of vectors of one length. */
export const dotOf = (x: Float64Array, y: Float64Array): number => {
  let total = 0;
  for (let k = 0; k < x.length; k++) total += x[k]! * y[k]!;
  return total;
};

/** y + t·x, written into y. */
export const addTimes = (y: Float64Array, t: number, x: Float64Array): void => {
  for (let k = 0; k < y.length; k++) y[k]! += t * x[k]!;
};
