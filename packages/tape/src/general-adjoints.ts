import { type Value, add, at, fit, scale, shapeOf, sizeOf, stack, sum } from "@jacobian/core";
import type { Node } from "./node.ts";
import type { Adjoints } from "./record.ts";

const plus = (total: Value | undefined, bar: Value): Value =>
  total === undefined ? bar : add(total, bar);

/** Adjoints that are elements of an outer level: a value for each node, and one for each entry. */
export class GeneralAdjoints implements Adjoints {
  /** By slot: what reached single entries (a scalar is its own single entry). */
  private readonly entries: (Value | undefined)[] = [];
  /** By first slot: what reached an array as a whole. */
  private readonly arrays: (Value | undefined)[] = [];

  of(node: Node): Value | undefined {
    const { slot, shape } = node;
    if (shape.length === 0) return this.entries[slot];
    const whole = this.arrays[slot];
    const parts: Value[] = [];
    let reached = false;
    for (let k = slot; k < slot + sizeOf(shape); k++) {
      reached ||= this.entries[k] !== undefined;
      parts.push(this.entries[k] ?? 0);
    }
    if (!reached) return whole;
    const [stacked = 0] = stack(parts, shape);
    return plus(whole, stacked);
  }

  add({ slot, shape }: Node, bar: Value): void {
    if (shape.length === 0)
      this.entries[slot] = plus(this.entries[slot], shapeOf(bar).length === 0 ? bar : sum(bar));
    else this.arrays[slot] = plus(this.arrays[slot], fit(bar, shape));
  }

  addAt({ slot }: Node, index: ArrayLike<number>, bar: Value): void {
    const [flat = 0] = stack([bar], [index.length]);
    for (let k = 0; k < index.length; k++) {
      const place = slot + (index[k] ?? 0);
      this.entries[place] = plus(this.entries[place], at(flat as Float64Array, k));
    }
  }

  chain(from: number, to: number, partial: number): void {
    const bar = this.entries[from];
    if (bar !== undefined) this.entries[to] = plus(this.entries[to], scale(partial, bar));
  }
}
