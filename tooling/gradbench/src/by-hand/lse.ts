const largest = (x: Float64Array): number => {
  let top = -Infinity;
  for (const xi of x) top = Math.max(top, xi);
  return top;
};

export const lseByHand = (x: Float64Array): number => {
  const top = largest(x);
  let total = 0;
  for (const xi of x) total += Math.exp(xi - top);
  return top + Math.log(total);
};

/** The softmax, one exponential for each entry. */
export const lseGradientByHand = (x: Float64Array): Float64Array => {
  const top = largest(x);
  const gradient = new Float64Array(x.length);
  let total = 0;
  for (let i = 0; i < x.length; i++) total += gradient[i] = Math.exp(x[i]! - top);
  for (let i = 0; i < x.length; i++) gradient[i]! /= total;
  return gradient;
};
