/**
 * The upper triangular R with RᵀR = MᵀM for a matrix M whose columns come and go; column j is kept as its
 * j + 1 entries.
 */
export class Triangle {
  readonly #columns: number[][] = [];

  get size(): number {
    return this.#columns.length;
  }

  /** Rᵀ·y = b, in place of b. */
  solveTransposed(b: number[]): number[] {
    for (let j = 0; j < this.size; j++) {
      const column = this.#columns[j]!;
      let entry = b[j]!;
      for (let k = 0; k < j; k++) entry -= column[k]! * b[k]!;
      b[j] = entry / column[j]!;
    }
    return b;
  }

  /** R·y = b, in place of b. */
  solve(b: number[]): number[] {
    for (let j = this.size - 1; j >= 0; j--) {
      const column = this.#columns[j]!;
      const entry = (b[j]! /= column[j]!);
      for (let k = 0; k < j; k++) b[k]! -= column[k]! * entry;
    }
    return b;
  }

  /** One column more: what stands above the diagonal, and the diagonal. */
  append(above: readonly number[], diagonal: number): void {
    this.#columns.push([...above, diagonal]);
  }

  /** Column `gone` of M leaves; rotations of rows make triangular again what follows it. */
  remove(gone: number): void {
    this.#columns.splice(gone, 1);
    for (let j = gone; j < this.size; j++) {
      const [a, b] = [this.#columns[j]![j]!, this.#columns[j]![j + 1]!];
      const r = Math.hypot(a, b);
      this.#rotate(j, a / r, b / r);
      this.#columns[j]!.length = j + 1;
    }
  }

  /** Rows j and j + 1 of the columns from j on, turned by the angle of this cosine and sine. */
  #rotate(j: number, cosine: number, sine: number): void {
    for (const column of this.#columns.slice(j)) {
      const [a, b] = [column[j]!, column[j + 1]!];
      column[j] = cosine * a + sine * b;
      column[j + 1] = cosine * b - sine * a;
    }
  }
}
