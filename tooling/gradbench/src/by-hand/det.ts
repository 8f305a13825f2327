/**
 * The expansion of the objective. The columns that are left are a linked list: `next` of one is the
 * one after it, and its last place is the head. `visit` sees each entry with its sign, and the minor
 * that belongs to it.
 */
class Expansion {
  private readonly next: Int32Array;
  constructor(
    private readonly a: Float64Array,
    private readonly size: number,
  ) {
    this.next = Int32Array.from({ length: size + 1 }, (_, j) => (j + 1) % (size + 1));
  }

  /** The determinant of the rows from `row` on. */
  minor(row: number): number {
    const { a, size, next } = this;
    if (row === size - 1) return a[row * size + next[size]!]!;
    let total = 0;
    let sign = 1;
    for (let before = size, j = next[size]!; j !== size; before = j, j = next[j]!) {
      next[before] = next[j]!;
      total += sign * a[row * size + j]! * this.minor(row + 1);
      next[before] = j;
      sign = -sign;
    }
    return total;
  }

  /** The same, and on the way ∂det/∂a += (signed product of the entries above)·(the minor below). */
  adjoint(row: number, above: number, gradient: Float64Array): number {
    const { a, size, next } = this;
    if (row === size - 1) {
      const place = row * size + next[size]!;
      gradient[place]! += above;
      return a[place]!;
    }
    let total = 0;
    let sign = 1;
    for (let before = size, j = next[size]!; j !== size; before = j, j = next[j]!) {
      next[before] = next[j]!;
      const entry = sign * a[row * size + j]!;
      const below = this.adjoint(row + 1, above * entry, gradient);
      gradient[row * size + j]! += above * sign * below;
      total += entry * below;
      next[before] = j;
      sign = -sign;
    }
    return total;
  }
}

const expansion = (A: number[][]): Expansion =>
  new Expansion(Float64Array.from(A.flat()), A.length);

export const detByHand = (A: number[][]): number => expansion(A).minor(0);

export const detGradientByHand = (A: number[][]): Float64Array => {
  const gradient = new Float64Array(A.length ** 2);
  expansion(A).adjoint(0, 1, gradient);
  return gradient;
};
