/* eslint-disable max-lines-per-function -- one loop, unrolled by hand */

/** A tile of C is 4×2: its sums, and what meets in one step, fit the registers that a compiler of JavaScript uses. */
export const height = 4;
export const width = 2;

/** Steps are taken two at a time. */
export const stride = 2;

/** So many columns of A meet as many rows of B at once. */
export const depth = 128;

/** So many rows of A, or columns of B, are packed at once. */
export const breadth = 256;

/** Room for packed bands of A and B, and what multiplies two of them. */
export interface Tile {
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** The tile that was summed last, row by row. */
  readonly sums: Float64Array;
  /** The sums of the band of A at `i` and that of B at `j`, over an even number of steps. */
  readonly sum: (i: number, j: number, steps: number) => void;
}

/**
 * The arrays are constants of this function because those of a module are variables after some bundlers, and a
 * compiler reads a constant twice as fast. What they hold beyond a power of two, and the mask, tell it that no
 * read is out of bounds: it then checks none. `sum` is too long to be inlined, which is good: among the loops of
 * its caller the sums would lose their registers.
 */
export const makeTile = (): Tile => {
  const a = new Float64Array(breadth * depth + height * stride);
  const b = new Float64Array(breadth * depth + width * stride);
  const sums = new Float64Array(height * width);
  const sum = (i: number, j: number, steps: number): void => {
    let c00 = 0;
    let c01 = 0;
    let c10 = 0;
    let c11 = 0;
    let c20 = 0;
    let c21 = 0;
    let c30 = 0;
    let c31 = 0;
    for (let p = 0; p < steps; p += 2) {
      const x = i & 0x7fff;
      const y = j & 0x7fff;
      const b0 = b[y]!;
      const b1 = b[y + 1]!;
      const a0 = a[x]!;
      const a1 = a[x + 1]!;
      const a2 = a[x + 2]!;
      const a3 = a[x + 3]!;
      c00 += a0 * b0;
      c01 += a0 * b1;
      c10 += a1 * b0;
      c11 += a1 * b1;
      c20 += a2 * b0;
      c21 += a2 * b1;
      c30 += a3 * b0;
      c31 += a3 * b1;
      const b2 = b[y + 2]!;
      const b3 = b[y + 3]!;
      const a4 = a[x + 4]!;
      const a5 = a[x + 5]!;
      const a6 = a[x + 6]!;
      const a7 = a[x + 7]!;
      c00 += a4 * b2;
      c01 += a4 * b3;
      c10 += a5 * b2;
      c11 += a5 * b3;
      c20 += a6 * b2;
      c21 += a6 * b3;
      c30 += a7 * b2;
      c31 += a7 * b3;
      i += 8;
      j += 4;
    }
    sums[0] = c00;
    sums[1] = c01;
    sums[2] = c10;
    sums[3] = c11;
    sums[4] = c20;
    sums[5] = c21;
    sums[6] = c30;
    sums[7] = c31;
  };
  return { a, b, sums, sum };
};
