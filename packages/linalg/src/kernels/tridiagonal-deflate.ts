/** What is left of D + ρ·z·zᵀ after the eigenvalues that need no work. */
export interface Deflated {
  /** The rows that take part, ascending in d. */
  readonly kept: readonly number[];
  /** The rows whose d is an eigenvalue. */
  readonly rest: readonly number[];
}

/** Turns two rows by (c, s; −s, c). */
export type Turn = (first: number, second: number, c: number, s: number) => void;

/**
 * Drops each entry of z that is negligible, and one of each two whose d are so close that a rotation which
 * makes it 0 leaves D diagonal to roundoff (Dongarra & Sorensen 1987). Changes d and z accordingly.
 */
export const deflate = (
  d: Float64Array,
  z: Float64Array,
  rho: number,
  order: readonly number[],
  turn: Turn,
): Deflated => {
  const top = d.reduce((most, entry) => Math.max(most, Math.abs(entry)), rho);
  const negligible = 4 * Number.EPSILON * top;
  const kept: number[] = [];
  const rest: number[] = [];
  for (const j of order) {
    if (rho * Math.abs(z[j]!) <= negligible) {
      rest.push(j);
      continue;
    }
    const i = kept.at(-1);
    if (i !== undefined && merges(d, z, i, j, negligible)) {
      const length = Math.sqrt(z[i]! ** 2 + z[j]! ** 2);
      const [c, s] = [z[j]! / length, z[i]! / length];
      // (c, −s; s, c) takes (zᵢ, zⱼ) to (0, length).
      turn(i, j, c, -s);
      const [di, dj] = [d[i]!, d[j]!];
      d[i] = di * c * c + dj * s * s;
      d[j] = di * s * s + dj * c * c;
      z[i] = 0;
      z[j] = length;
      kept.pop();
      rest.push(i);
    }
    kept.push(j);
  }
  return { kept, rest };
};

const merges = (
  d: Float64Array,
  z: Float64Array,
  i: number,
  j: number,
  negligible: number,
): boolean => {
  const squares = z[i]! ** 2 + z[j]! ** 2;
  return (d[j]! - d[i]!) * Math.abs(z[i]! * z[j]!) <= negligible * squares;
};
