import { type Scalar, value as numberOf } from "@jacobian/core";
import { Heap } from "./heap.ts";
import type { Rule } from "./rule.ts";

/** A box of coordinates. */
export interface Box {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** A box, and what a rule makes of it. */
export interface Piece {
  readonly box: Box;
  readonly volume: number;
  /** What the rule added up, where elements are among it; a sum of numbers is not kept. */
  readonly samples: readonly Scalar[] | undefined;
  readonly value: number;
  /** The integral of the magnitude, roughly. */
  readonly magnitude: number;
  readonly error: number;
  /** The part of the error that no division takes away. */
  readonly rounding: number;
  readonly roughness: readonly number[];
}

/** The integrand, of coordinates. */
export type Sample = (t: readonly number[]) => Scalar;

/** Why a division ended: the tolerance is met, the evaluations are used up, or rounding is all that is left. */
export type Stop = "tolerance" | "evaluations" | "rounding";

export interface Division {
  readonly pieces: readonly Piece[];
  readonly error: number;
  readonly evaluations: number;
  readonly stop: Stop;
}

export interface Limits {
  readonly tolerance: number;
  readonly maxEvaluations: number;
}

const examined = (rule: Rule, sample: Sample, box: Box): Piece => {
  const { from, to } = box;
  const size = from.map((a, i) => to[i]! - a);
  const samples = rule.points.map((point) =>
    sample(point.map((p, i) => from[i]! + (size[i]! * (1 + p)) / 2)),
  );
  const volume = size.reduce((product, side) => product * side, 1);
  const { value, magnitude, error, rounding, roughness } = rule.judge(
    samples.map((y) => numberOf(y)),
  );
  return {
    box,
    volume,
    samples: samples.every((y) => typeof y === "number") ? undefined : samples,
    value: volume * value,
    magnitude: volume * magnitude,
    error: volume * Math.max(error, rounding),
    rounding: volume * rounding,
    roughness,
  };
};

/** So long must a side be, in parts of its place, that no point of a rule in its halves falls upon an end. */
const finest = 1024 * Number.EPSILON;

const isDivisible = (a: number, b: number): boolean =>
  b - a > finest * Math.max(Math.abs(a), Math.abs(b)) && b - a > Number.MIN_VALUE / finest;

/** The roughest axis; among those about as rough the one that is still longest, compared with the whole. */
const axisToDivide = ({ box, roughness }: Piece, whole: Box): number | undefined => {
  const axes = [...roughness.keys()].filter((i) => isDivisible(box.from[i]!, box.to[i]!));
  const most = Math.max(...axes.map((i) => roughness[i]!));
  const share = (i: number) => (box.to[i]! - box.from[i]!) / (whole.to[i]! - whole.from[i]!);
  return axes.filter((i) => roughness[i]! >= most / 2).sort((i, j) => share(j) - share(i))[0];
};

const halves = ({ from, to }: Box, axis: number): readonly Box[] => {
  const middle = from[axis]! + (to[axis]! - from[axis]!) / 2;
  return [
    { from, to: to.with(axis, middle) },
    { from: from.with(axis, middle), to },
  ];
};

const errorIn = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { error }) => sum + error, 0);

/** The pieces of a box so far. */
class Partition {
  readonly #waiting = new Heap<Piece>(({ error }) => error);
  /** Those that dividing does not better. */
  readonly #settled: Piece[] = [];
  #error = 0;
  #magnitude = 0;
  #addAnew = 2;

  constructor(readonly tolerance: number) {}

  get pieces(): readonly Piece[] {
    return [...this.#settled, ...this.#waiting.entries];
  }

  put(piece: Piece): void {
    this.#waiting.push(piece);
    this.#count(piece, 1);
  }

  settle(piece: Piece): void {
    this.#settled.push(piece);
    this.#count(piece, 1);
  }

  /** The piece with the greatest error of those that wait. */
  take(): Piece | undefined {
    const piece = this.#waiting.pop();
    if (piece !== undefined) this.#count(piece, -1);
    return piece;
  }

  /** Whether the error is within the tolerance, a part of the magnitude. */
  isDone(): boolean {
    const isDone = () => this.#error <= this.#allowed;
    const count = this.#waiting.entries.length;
    if (!isDone() && count < this.#addAnew) return false;
    // Running sums keep the rounding of all that was ever in them.
    this.#addAnew = Math.max(this.#addAnew, 2 * count);
    [this.#error, this.#magnitude] = [0, 0];
    for (const piece of this.pieces) this.#count(piece, 1);
    return isDone();
  }

  /** Whether what cannot be bettered is beyond the tolerance, and most of the error. */
  isHopeless(): boolean {
    const settled = errorIn(this.#settled);
    return settled > this.#allowed && 2 * settled >= this.#error;
  }

  get #allowed(): number {
    return this.tolerance * this.#magnitude;
  }

  #count({ error, magnitude }: Piece, sign: 1 | -1): void {
    this.#error += sign * error;
    this.#magnitude += sign * magnitude;
  }
}

/**
 * Divides a box until the errors of its pieces add up to at most `tolerance` times the integral of the
 * magnitude: always the piece of the greatest error, in two halves. One whose error is rounding, or that
 * float64 cannot divide, stays as it is.
 */
export const divide = (rule: Rule, sample: Sample, whole: Box, limits: Limits): Division => {
  const partition = new Partition(limits.tolerance);
  let evaluations = 0;
  const examine = (box: Box): void => {
    partition.put(examined(rule, sample, box));
    evaluations += rule.points.length;
  };
  const ended = (stop: Stop): Division => {
    const { pieces } = partition;
    return { pieces, error: errorIn(pieces), evaluations, stop };
  };
  examine(whole);
  while (!partition.isDone()) {
    if (partition.isHopeless()) return ended("rounding");
    if (evaluations + 2 * rule.points.length > limits.maxEvaluations) return ended("evaluations");
    const piece = partition.take();
    if (piece === undefined) return ended("rounding");
    const axis = piece.error > piece.rounding ? axisToDivide(piece, whole) : undefined;
    if (axis === undefined) partition.settle(piece);
    else halves(piece.box, axis).forEach(examine);
  }
  return ended("tolerance");
};
