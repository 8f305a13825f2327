/** A matrix inside an array: entry (i, j) stands at start + i·down + j·right. */
export interface View {
  readonly data: Float64Array;
  readonly start: number;
  readonly down: number;
  readonly right: number;
}

/** A matrix of n columns, row by row. */
export const rowsOf = (data: Float64Array, n: number): View => ({
  data,
  start: 0,
  down: n,
  right: 1,
});

/** Aᵀ in the same array. */
export const flipped = ({ data, start, down, right }: View): View => ({
  data,
  start,
  down: right,
  right: down,
});

/** What is left of A without its first i rows and j columns. */
export const beyond = ({ data, start, down, right }: View, i: number, j: number): View => ({
  data,
  start: start + i * down + j * right,
  down,
  right,
});
