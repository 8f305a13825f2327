import { addTimes, dotOf } from "./dots.ts";
import { Triangle } from "./triangle.ts";

/** Of a point's length: what is left of it off the affine hull is then rounding. */
const dependent = 1e-12;

/** A member of a corral: which point it is, and its weight. */
export interface Member {
  readonly index: number;
  weight: number;
}

/**
 * An affinely independent choice of points, in which the weights of a convex combination stand, with the
 * triangle R of M = [1 … 1; p₁ … pₖ] (Wolfe 1976). R is refined through the points themselves
 * (corrected seminormal equations, Björck 1987), so the squaring in MᵀM costs no digits.
 */
export class Corral {
  readonly members: Member[] = [];
  readonly #triangle = new Triangle();

  constructor(readonly points: readonly Float64Array[]) {}

  #point(member: Member): Float64Array {
    return this.points[member.index]!;
  }

  /** Σ wₖ·pₖ over the members. */
  combination(weights: readonly number[], from: Float64Array): Float64Array {
    const x = from.slice();
    this.members.forEach((member, k) => addTimes(x, weights[k]!, this.#point(member)));
    return x;
  }

  /** (MᵀM)⁻¹·b, in place of b. */
  solve(b: number[]): number[] {
    return this.#triangle.solve(this.#triangle.solveTransposed(b));
  }

  /**
   * Takes in the point of this index with weight 0, if it is affinely independent of the members. If not, its
   * affine coordinates in them are returned: weights w of sum 1 with Σ wₖ·pₖ = p.
   */
  take(index: number): number[] | undefined {
    const p = this.points[index]!;
    const coordinates = this.members.map(() => 0);
    const above = this.members.map(() => 0);
    let [rest, lack] = [p, 1];
    for (let pass = 0; pass < 2; pass++) {
      const b = this.members.map((member) => lack + dotOf(rest, this.#point(member)));
      const part = this.#triangle.solveTransposed(b);
      part.forEach((entry, k) => (above[k]! += entry));
      this.#triangle.solve(part).forEach((entry, k) => (coordinates[k]! += entry));
      rest = this.combination(
        coordinates.map((w) => -w),
        p,
      );
      lack = 1 - coordinates.reduce((sum, w) => sum + w, 0);
    }
    const diagonal = Math.hypot(lack, Math.sqrt(dotOf(rest, rest)));
    if (diagonal <= dependent * Math.hypot(1, Math.sqrt(dotOf(p, p)))) return coordinates;
    this.#triangle.append(above, diagonal);
    this.members.push({ index, weight: 0 });
    return undefined;
  }

  /**
   * Weights move along a direction, for the full length or until the first of them is 0, which then leaves.
   * @returns the length they have gone
   */
  move(direction: readonly number[], length: number): number {
    let [step, first] = [length, -1];
    this.members.forEach(({ weight }, k) => {
      const d = direction[k]!;
      if (d < 0 && -weight / d < step) [step, first] = [-weight / d, k];
    });
    this.members.forEach((member, k) => (member.weight += step * direction[k]!));
    if (first >= 0) {
      this.members.splice(first, 1);
      this.#triangle.remove(first);
    }
    return step;
  }
}
