/** A ⊗ B for A m×n and B p×q, row by row: block (i, j) is aᵢⱼ·B. */
export const kronecker = (
  a: Float64Array,
  b: Float64Array,
  m: number,
  n: number,
  p: number,
  q: number,
): Float64Array => {
  const to = new Float64Array(m * n * p * q);
  let place = 0;
  for (let i = 0; i < m; i++) {
    for (let k = 0; k < p; k++) {
      for (let j = 0; j < n; j++) {
        const entry = a[i * n + j]!;
        for (let l = 0; l < q; l++) to[place++] = entry * b[k * q + l]!;
      }
    }
  }
  return to;
};

/** Where each entry of A ⊗ B stands in it, in the order of its blocks, each of them row by row. */
export const blockPlaces = (m: number, n: number, p: number, q: number): Int32Array => {
  const index = new Int32Array(m * n * p * q);
  let place = 0;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < p; k++) {
        for (let l = 0; l < q; l++) index[place++] = (i * p + k) * n * q + j * q + l;
      }
    }
  }
  return index;
};
