import {
  type Value,
  Element,
  LevelError,
  entriesOf,
  entryAt,
  plainOf,
  sizeOf,
} from "@jacobian/core";
import type { Node } from "./node.ts";
import type { Adjoints } from "./record.ts";

/** Adjoints that are plain numbers: one float64 for each slot. */
export class NumericAdjoints implements Adjoints {
  private readonly slots: Float64Array;

  constructor(slots: number) {
    this.slots = new Float64Array(slots);
  }

  /**
   * Undefined also where only exact zeros arrived: a plain 0 carries no tangent, and a rule that is not
   * asked cannot make NaN of it.
   */
  of({ slot, shape }: Node): Value | undefined {
    if (shape.length === 0) return this.slots[slot] === 0 ? undefined : this.slots[slot];
    const bar = this.slots.slice(slot, slot + sizeOf(shape));
    return bar.some((b) => b !== 0) ? plainOf(shape, bar) : undefined;
  }

  add({ slot, shape }: Node, bar: Value): void {
    if (bar instanceof Element) throw captured(bar);
    const size = shape.length === 0 ? 1 : sizeOf(shape);
    const entries = shape.length === 0 && typeof bar !== "number" ? entriesOf(bar) : undefined;
    if (entries !== undefined) entries.forEach((b) => this.plus(slot, b));
    else for (let k = 0; k < size; k++) this.plus(slot + k, entryAt(bar, k));
  }

  addAt({ slot }: Node, index: ArrayLike<number>, bar: Value): void {
    if (bar instanceof Element) throw captured(bar);
    for (let k = 0; k < index.length; k++) this.plus(slot + (index[k] ?? 0), entryAt(bar, k));
  }

  chain(from: number, to: number, partial: number): void {
    const bar = this.slots[from]!;
    // An exact zero annihilates, as in `scale`.
    if (partial !== 0 && bar !== 0) this.plus(to, partial * bar);
  }

  private plus(slot: number, bar: number): void {
    this.slots[slot] = this.slots[slot]! + bar;
  }
}

const captured = (bar: Element): LevelError =>
  new LevelError(
    `tape: expected a rule made of its operands, got ${bar.toString()} of an outer derivative in it; pass captured elements as operands`,
  );
