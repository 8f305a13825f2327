const x = Float64Array.of(0.4, -1.2, 3);
const y = Float64Array.of(0.5, 3, -4);

export const samples = {
  outer: [{ inputs: [x, Float64Array.of(0.5, 3)] }, { inputs: [x, x] }],
  dot: [{ inputs: [x, y] }, { inputs: [x, x] }],
  cross: [{ inputs: [x, y] }, { inputs: [y, x] }],
};
