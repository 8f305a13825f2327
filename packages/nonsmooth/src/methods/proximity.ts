/** What a step told of the model. */
export interface Trial {
  readonly serious: boolean;
  /** f(y) − f(x), and what the model had promised of it, v < 0. */
  readonly change: number;
  readonly promised: number;
  /** The error of the cut at y, seen from x, and |p| + the measure of the aggregate. */
  readonly error: number;
  readonly variation: number;
  /** The length of the gradient at y. */
  readonly slope: number;
}

/**
 * The proximity weight u = 1/t: less after steps that keep the model's promise, more after null steps that add cuts of
 * large error. Interpolation by a parabola along the step gives u·2(1 − change/promised).
 * @see Kiwiel, Proximity control in bundle methods for convex nondifferentiable minimization, 1990
 */
export class Proximity {
  /** Steps of one kind in a row since u last changed: serious ones counted up, null ones down. */
  #row = 0;
  #variation = Infinity;

  /** The least u, so that rounding does not hide the cuts: in proportion to the slopes of centres, which may fall far. */
  #least: number;

  constructor(private weight: number) {
    this.#least = 1e-10 * weight;
  }

  get t(): number {
    return 1 / this.weight;
  }

  learn(trial: Trial): void {
    const next = trial.serious ? this.#afterSerious(trial) : this.#afterNull(trial);
    const sign = trial.serious ? 1 : -1;
    const goesOn = next === this.weight && Math.sign(this.#row) === sign;
    this.#row = goesOn ? this.#row + sign : sign;
    this.weight = next;
  }

  #interpolated({ change, promised }: Trial): number {
    return 2 * this.weight * (1 - change / promised);
  }

  #afterSerious(trial: Trial): number {
    this.#variation = Math.max(this.#variation, -2 * trial.promised);
    if (trial.slope > 0) this.#least = Math.min(this.#least, 1e-10 * trial.slope);
    let next = this.weight;
    if (this.#row > 0 && trial.change <= 0.5 * trial.promised) next = this.#interpolated(trial);
    else if (this.#row > 3) next = this.weight / 2;
    return Math.max(Math.min(next, this.weight), this.weight / 10, this.#least);
  }

  #afterNull(trial: Trial): number {
    this.#variation = Math.min(this.#variation, trial.variation);
    const far = trial.error > Math.max(this.#variation, -10 * trial.promised);
    return far && this.#row < -3
      ? Math.min(this.#interpolated(trial), 10 * this.weight)
      : this.weight;
  }
}
