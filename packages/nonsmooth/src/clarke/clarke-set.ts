import {
  ConvergenceError,
  DomainError,
  Matrix,
  ShapeError,
  describe,
  entriesOf,
  flatten,
  value,
} from "@jacobian/core";
import type { Place } from "../engine/kink.ts";
import { nearestPoint } from "../nearest/nearest-point.ts";
import { polygonOf } from "./polygon.ts";
import { type Term, furthest, sizesOf } from "./terms.ts";
import { dot, length, less, powerOf2, withoutRounding } from "./vectors.ts";

/** What is known of a set and Clarke's generalized Jacobian. */
export type Claim =
  | "equal to the Clarke Jacobian"
  | "hull contains the Clarke Jacobian"
  | "contained in the Clarke Jacobian";

const mostSteps = 1000;

/** A point of the set less a target, and the length of the largest vector seen, in multiples of a unit. */
interface Nearest {
  readonly point: Float64Array;
  readonly scale: number;
  readonly unit: number;
}

/**
 * A compact convex set of Jacobians: the hull of finitely many generators, or of sums of matrices with linear
 * images of balls and spectraplexes, where norms and eigenvalues have kinks.
 */
export class ClarkeSet {
  constructor(
    readonly promise: Claim,
    /** Why it is promised. */
    readonly reason: string,
    /** Where f has kinks. */
    readonly kinks: readonly Place[],
    /** Rows and columns of its elements. */
    readonly shape: readonly [rows: number, cols: number],
    private readonly terms: readonly Term[],
  ) {
    // Not as a method: bundlers keep a class whose keys are computed.
    Object.defineProperty(this, Symbol.for("nodejs.util.inspect.custom"), {
      value: () => this.toString(),
    });
  }

  /** What the set is: a point, an interval, a polygon, a polytope by its generators, or a set by its support function. */
  get kind(): "point" | "interval" | "polygon" | "polytope" | "support" {
    if (this.terms.some(({ shares }) => shares.length > 0)) return "support";
    if (this.terms.length === 1) return "point";
    const entries = this.shape[0] * this.shape[1];
    return entries === 1 ? "interval" : entries === 2 ? "polygon" : "polytope";
  }

  /**
   * Matrices whose convex hull the set is: the ends of an interval, the corners of a polygon, anticlockwise;
   * undefined for a set that is given by its support function.
   */
  get generators(): readonly Matrix[] | undefined {
    if (this.kind === "support") return undefined;
    const centres = this.terms.map(({ centre }) => centre);
    return (this.kind === "polygon" ? polygonOf(centres) : sorted(centres, this.kind)).map(
      (entries) => this.matrix(entries),
    );
  }

  /** [low, high], of a function of one number. @throws ShapeError for any other. */
  get interval(): readonly [number, number] {
    const [m, n] = this.shape;
    if (m * n === 1) return [0 - this.support(-1), this.support(1)];
    throw new ShapeError(
      `interval: expected 1×1 Jacobians, got ${m}×${n} ones; ask for support, contains or generators`,
    );
  }

  /**
   * The support function σ(D) = max ⟨M, D⟩ over the set.
   * @throws ShapeError unless D has as many entries as an element.
   */
  support(D: unknown): number {
    const direction = this.entries("support", D);
    return dot(this.extreme(direction), direction);
  }

  /**
   * An element of the set as a matrix: the one that is furthest in a direction, or just one.
   * @throws ShapeError unless D has as many entries as an element.
   */
  toMatrix(D?: unknown): Matrix {
    const direction =
      D === undefined
        ? new Float64Array(this.shape[0] * this.shape[1])
        : this.entries("toMatrix", D);
    return this.matrix(this.extreme(direction));
  }

  /**
   * Whether M is in the set, up to a distance (Frobenius) of `tolerance` times the largest element seen, or M.
   * @throws ShapeError unless M has as many entries as an element; DomainError for a tolerance that is not above
   * 0, or for NaN or ∞ in M; ConvergenceError if it cannot be told.
   */
  contains(M: unknown, tolerance = 1e-9): boolean {
    const target = this.entries("contains", M);
    if (!(typeof tolerance === "number" && tolerance > 0)) {
      throw new DomainError(
        `contains: expected a tolerance above 0, got ${describe(tolerance)}; give a part of the largest element, as 1e-9`,
      );
    }
    if (!target.every(Number.isFinite)) {
      throw new DomainError(
        `contains: expected finite entries, got ${describe(M)}; no bounded set has others`,
      );
    }
    const { point, scale } = this.nearest("contains", target, tolerance);
    return length(point) <= tolerance * scale;
  }

  /**
   * The element with the smallest Frobenius norm, 0 exactly if f is Clarke stationary, by Wolfe's algorithm (1976).
   * An entry that is no more than the rounding of the sum that makes it is 0.
   */
  nearestToZero(): Matrix {
    const zero = new Float64Array(this.shape[0] * this.shape[1]);
    const { point, unit } = this.nearest("nearestToZero", zero, 0);
    return this.matrix(point.map((entry) => entry * unit));
  }

  /** Says what it is. */
  toString(): string {
    return `ClarkeSet(${this.kind}, ${this.promise}: ${this.reason})`;
  }

  private matrix(entries: Float64Array): Matrix {
    return new Matrix(
      ...this.shape,
      Float64Array.from(entries, (entry) => entry + 0),
    );
  }

  private entries(operation: string, D: unknown): Float64Array {
    const entries = entriesOf(value(flatten(operation, D)));
    const [m, n] = this.shape;
    if (entries.length === m * n) return entries;
    throw new ShapeError(
      `${operation}: expected ${m}×${n} entries, as an element of the set has, got ${describe(D)}; give a Matrix, or for a scalar function what has the structure of its input`,
    );
  }

  private extreme(direction: Float64Array): Float64Array {
    let best = furthest(this.terms[0]!, direction);
    for (const term of this.terms.slice(1)) {
      const other = furthest(term, direction);
      if (dot(other, direction) > dot(best, direction)) best = other;
    }
    return best;
  }

  /**
   * The point of (set − target) that is nearest to 0: among the elements found so far, of which the furthest
   * against that point is the next, until there is none further. As long as there are finitely many it ends.
   * In multiples of a unit, a power of 2, lest squares overflow.
   */
  private nearest(operation: string, target: Float64Array, tolerance: number): Nearest {
    const unit = powerOf2([target, ...this.terms.map(sizesOf)]);
    const goal = target.map((entry) => entry / unit);
    const furthestAgainst = (point: Float64Array): Float64Array =>
      less(
        this.extreme(point.map((x) => -x)).map((entry) => entry / unit),
        goal,
      );
    const found = [furthestAgainst(goal)];
    let scale = Math.max(length(goal), length(found[0]!)) || 1;
    for (let step = 0; step < mostSteps; step++) {
      const { point, weights } = nearestPoint(found);
      const next = furthestAgainst(point);
      scale = Math.max(scale, length(next));
      // No element is nearer than this to the target.
      const bound = dot(point, next) / (length(point) || 1);
      const isNear = length(point) <= tolerance * scale;
      const isFar = tolerance > 0 && bound > tolerance * scale;
      const isBest =
        tolerance === 0 && length(point) * (length(point) - bound) <= 1e-15 * scale * scale;
      if (isNear || isFar || isBest)
        return { point: withoutRounding(point, weights, found), scale, unit };
      found.push(next);
    }
    throw new ConvergenceError(
      `${operation}: expected to end within ${mostSteps} elements, got ${describe(nearestPoint(found).point)} so far; give contains a larger tolerance`,
    );
  }
}

const sorted = (centres: readonly Float64Array[], kind: string): readonly Float64Array[] => {
  if (kind !== "interval") return centres;
  const ends = centres.map(([entry = NaN]) => entry).sort((a, b) => a - b);
  return [Float64Array.of(ends[0]!), Float64Array.of(ends.at(-1)!)];
};
