/** Numbers that a unit keeps of each step. */
const kept = 8;

/** What units keep of their steps, taken back in the opposite order; the last overwrites itself. */
export class UnitLog {
  private readonly entries: Float64Array;
  private place = -kept;

  constructor(steps: number) {
    this.entries = new Float64Array(kept * steps);
  }

  push(
    signal: number,
    hidden: number,
    cell: number,
    forget: number,
    ingate: number,
    outgate: number,
    change: number,
    squashed: number,
  ): void {
    const { entries } = this;
    if (this.place + kept < entries.length) this.place += kept;
    const { place } = this;
    entries[place] = signal;
    entries[place + 1] = hidden;
    entries[place + 2] = cell;
    entries[place + 3] = forget;
    entries[place + 4] = ingate;
    entries[place + 5] = outgate;
    entries[place + 6] = change;
    entries[place + 7] = squashed;
  }

  /** What the unit of the last step gave. */
  get lastOutput(): number {
    return this.entries[this.place + 5]! * this.entries[this.place + 7]!;
  }

  /**
   * The adjoint of the last step, which was one of unit i of layer k: from that of what it gave and of
   * what it remembered, adds to those of its weights and gives that of its input.
   */
  pop(
    w: Float64Array,
    dw: Float64Array,
    k: number,
    i: number,
    width: number,
    bar: number,
    hiddenBar: Float64Array,
    cellBar: Float64Array,
  ): number {
    const { entries, place } = this;
    this.place -= kept;
    const [signal, hidden] = [entries[place]!, entries[place + 1]!];
    const [forget, ingate, outgate] = [
      entries[place + 3]!,
      entries[place + 4]!,
      entries[place + 5]!,
    ];
    const [change, squashed] = [entries[place + 6]!, entries[place + 7]!];
    const [unit, at, bias] = [k * width + i, 8 * k * width + i, (8 * k + 4) * width + i];
    const out = bar + hiddenBar[unit]!;
    const cell = cellBar[unit]! + out * outgate * (1 - squashed * squashed);
    const forgetBar = cell * entries[place + 2]! * forget * (1 - forget);
    const inBar = cell * change * ingate * (1 - ingate);
    const outBar = out * squashed * outgate * (1 - outgate);
    const changeBar = cell * ingate * (1 - change * change);
    dw[at]! += forgetBar * signal;
    dw[at + width]! += inBar * hidden;
    dw[at + 2 * width]! += outBar * signal;
    dw[at + 3 * width]! += changeBar * hidden;
    dw[bias]! += forgetBar;
    dw[bias + width]! += inBar;
    dw[bias + 2 * width]! += outBar;
    dw[bias + 3 * width]! += changeBar;
    cellBar[unit] = cell * forget;
    hiddenBar[unit] = inBar * w[at + width]! + changeBar * w[at + 3 * width]!;
    return forgetBar * w[at]! + outBar * w[at + 2 * width]!;
  }
}
