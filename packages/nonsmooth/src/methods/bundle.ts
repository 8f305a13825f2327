import { dotOf } from "../nearest/dots.ts";
import { simplexMinimum } from "../nearest/simplex-quadratic.ts";
import type { Point } from "./objective.ts";
import { distanceOf, moved } from "./vectors.ts";

/** A linearization of f, seen from the centre x. */
interface Cut {
  readonly gradient: Float64Array;
  /** f(x) less the linearization there, and what rounding may have taken from that; never negative where f is convex. */
  readonly error: number;
  /** How far from x the gradient was taken, at most. */
  readonly reach: number;
}

/** A cut with the weight that the last combination gave it. */
interface Held extends Cut {
  readonly weight: number;
}

/** A convex combination of cuts that the quadratic problem has chosen. */
export interface Aggregate extends Cut {
  /** Σ λ·max(|error|, γ·reach²). */
  readonly measure: number;
}

/**
 * f(to) less what f(from) and this slope foretell of it, and a bound of its rounding: a cut that lies too low is a cut, one
 * that lies too high proves what is false.
 */
const shortfall = (from: Point, to: Point, gradient: Float64Array): number => {
  const terms = moved(to.x, -1, from.x).map((entry, k) => entry * gradient[k]!);
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  const rounding = Math.abs(from.value) + Math.abs(to.value) + terms.length * size;
  const foretold = terms.reduce((sum, term) => sum + term, 0);
  return to.value - from.value - foretold + Number.EPSILON * rounding;
};

/** What f has of a cut at y, seen from x. */
export const cutOf = (x: Point, y: Point): Cut => ({
  gradient: y.gradient,
  error: x === y ? 0 : shortfall(y, x, y.gradient),
  reach: distanceOf(x.x, y.x),
});

/**
 * Cuts of f about a centre, at most `size` of them. Each is measured by max(|error|, γ·reach²), so that a cut that lies
 * low, though taken far away, does not pass for one of the centre; γ = 0 for a convex f.
 * @see Kiwiel, Methods of Descent for Nondifferentiable Optimization, 1985, chapter 3
 */
export class Bundle {
  #cuts: Held[];

  constructor(
    private readonly size: number,
    private readonly gamma: number,
    readonly centre: Point,
    cuts: readonly Held[] = [{ gradient: centre.gradient, error: 0, reach: 0, weight: 0 }],
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
    const { point, weights } = simplexMinimum(
      this.#cuts.map(({ gradient }) => gradient),
      measures.map((a) => a / t),
      Float64Array.from(this.#cuts, ({ weight }) => weight),
    );
    this.#cuts = this.#cuts.map((cut, k) => ({ ...cut, weight: weights[k]! }));
    const weighted = (entry: (cut: Held, k: number) => number): number =>
      this.#cuts.reduce((sum, cut, k) => sum + cut.weight * entry(cut, k), 0);
    const aggregate = {
      gradient: point,
      error: weighted(({ error }) => error),
      reach: Math.max(...this.#cuts.map(({ weight, reach }) => (weight > 0 ? reach : 0))),
      measure: weighted((_, k) => measures[k]!),
    };
    this.#makeRoom(aggregate);
    return aggregate;
  }

  /** Cuts without weight leave, the oldest first; if all have some, the aggregate stands for the two lightest. */
  #makeRoom({ gradient, error, reach }: Aggregate): void {
    const excess = this.#cuts.length + 1 - this.size;
    if (excess <= 0) return;
    const byWeight = [...this.#cuts].sort((a, b) => a.weight - b.weight);
    const idle = byWeight.filter(({ weight }) => weight === 0).length;
    const gone = new Set(byWeight.slice(0, idle < excess ? excess + 1 : excess));
    this.#cuts = this.#cuts.filter((cut) => !gone.has(cut));
    if (idle < excess) this.#cuts.push({ gradient, error, reach, weight: 0 });
  }

  add(cut: Cut): void {
    this.#cuts.push({ ...cut, weight: 0 });
  }

  /**
   * By how much y contradicts the convexity of f: how far f(y) lies below a cut that is held, or f(x) below the one at y;
   * 0 where rounding explains it.
   */
  contradiction(y: Point): number {
    const step = moved(y.x, -1, this.centre.x);
    const depths = this.#cuts.map(({ gradient, error }) => {
      const rise = dotOf(gradient, step);
      return { depth: this.centre.value - error + rise - y.value, rise };
    });
    const rise = dotOf(y.gradient, step);
    const all = [...depths, { depth: y.value - rise - this.centre.value, rise }];
    const size = Math.abs(this.centre.value) + Math.abs(y.value);
    const beyond = all.filter(({ depth, rise }) => depth > 1e-10 * (size + Math.abs(rise)));
    return Math.max(0, ...beyond.map(({ depth }) => depth));
  }

  /** The same cuts, seen from another centre, and one taken there. */
  recentred(to: Point): Bundle {
    const reach = distanceOf(to.x, this.centre.x);
    const cuts = this.#cuts.map((cut) => ({
      ...cut,
      error: cut.error + shortfall(this.centre, to, cut.gradient),
      reach: cut.reach + reach,
    }));
    return new Bundle(this.size, this.gamma, to, [...cuts, { ...cutOf(to, to), weight: 0 }]);
  }
}
