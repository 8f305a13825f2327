import { dotOf } from "../nearest/dots.ts";
import { type SimplexMinimum, simplexMinimum } from "../nearest/simplex-quadratic.ts";
import type { Point } from "./objective.ts";
import { distanceOf, moved } from "./vectors.ts";

/** A linearization of f, seen from the centre x. */
interface Cut {
  readonly gradient: Float64Array;
  /** f(x) less the linearization there; never negative where f is convex. */
  readonly error: number;
  /** How far from x the gradient was taken, at most. */
  readonly reach: number;
}

/** A convex combination of cuts that the quadratic problem has chosen. */
export interface Aggregate extends Cut {
  /** Σ λ·max(|error|, γ·reach²). */
  readonly measure: number;
}

/** What f has of a cut at y, seen from x. */
export const cutOf = (x: Point, y: Point): Cut => ({
  gradient: y.gradient,
  error: x.value - y.value - dotOf(y.gradient, moved(x.x, -1, y.x)),
  reach: distanceOf(x.x, y.x),
});

/**
 * Cuts of f about a centre, at most `size` of them. Each is measured by max(|error|, γ·reach²), so that a cut that lies
 * low, though taken far away, does not pass for one of the centre; γ = 0 for a convex f.
 * @see Kiwiel, Methods of Descent for Nondifferentiable Optimization, 1985, (3.2.5), and section 3.3 for aggregation
 */
export class Bundle {
  #cuts: Cut[];

  constructor(
    private readonly size: number,
    private readonly gamma: number,
    readonly centre: Point,
    cuts: readonly Cut[] = [{ gradient: centre.gradient, error: 0, reach: 0 }],
  ) {
    this.#cuts = [...cuts];
  }

  measure({ error, reach }: Cut): number {
    return this.gamma === 0
      ? Math.max(error, 0)
      : Math.max(Math.abs(error), this.gamma * reach ** 2);
  }

  /** The combination with the least ½·t·|Σ λg|² + Σ λ·measure; the cuts that are kept fit in with it. */
  aggregate(t: number): Aggregate {
    const measures = Float64Array.from(this.#cuts, (cut) => this.measure(cut));
    const minimum = simplexMinimum(
      this.#cuts.map(({ gradient }) => gradient),
      measures.map((a) => a / t),
    );
    const weighted = (entry: (cut: Cut, k: number) => number): number =>
      this.#cuts.reduce((sum, cut, k) => sum + minimum.weights[k]! * entry(cut, k), 0);
    const used = this.#cuts.filter((_, k) => minimum.weights[k]! > 0);
    const aggregate = {
      gradient: minimum.point,
      error: weighted(({ error }) => error),
      reach: Math.max(...used.map(({ reach }) => reach)),
      measure: weighted((_, k) => measures[k]!),
    };
    this.#makeRoom(minimum, aggregate);
    return aggregate;
  }

  /** Cuts without weight leave, the oldest first; if all have some, the aggregate stands for the two lightest. */
  #makeRoom({ weights }: SimplexMinimum, { gradient, error, reach }: Aggregate): void {
    const excess = this.#cuts.length + 1 - this.size;
    if (excess <= 0) return;
    const byWeight = [...weights.keys()].sort((a, b) => weights[a]! - weights[b]! || a - b);
    const idle = byWeight.filter((k) => weights[k] === 0).slice(0, excess);
    const gone = new Set(idle.length === excess ? idle : byWeight.slice(0, excess + 1));
    this.#cuts = this.#cuts.filter((_, k) => !gone.has(k));
    if (idle.length < excess) this.#cuts.push({ gradient, error, reach });
  }

  add(cut: Cut): void {
    this.#cuts.push(cut);
  }

  /** The same cuts, seen from another centre, and one taken there. */
  recentred(to: Point): Bundle {
    const step = moved(to.x, -1, this.centre.x);
    const reach = distanceOf(to.x, this.centre.x);
    const cuts = this.#cuts.map((cut) => ({
      gradient: cut.gradient,
      error: cut.error + to.value - this.centre.value - dotOf(cut.gradient, step),
      reach: cut.reach + reach,
    }));
    return new Bundle(this.size, this.gamma, to, [...cuts, cutOf(to, to)]);
  }
}
