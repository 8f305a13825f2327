const x = Float64Array.of(0.4, -1.2, 3);
const y = Float64Array.of(2, 0.5, -1);

/** Rows and columns, one by one. */
export const samples = {
  fromRows: [{ inputs: [x, y] }],
  fromColumns: [{ inputs: [x, y] }],
};
