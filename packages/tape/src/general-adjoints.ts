import { type Value, add, at, collect, fit, scale, sizeOf, stack } from "@jacobian/core";
import type { Node } from "./node.ts";
import { type Adjoints, nowhere } from "./record.ts";

/** Slots are looked through by blocks of this many: most arrays have nothing in single entries. */
const block = 256;

const plus = (total: Value | undefined, bar: Value): Value =>
  total === undefined ? bar : add(total, bar);

/** Adjoints that are elements of an outer level: a value for each node, and one for each entry. */
export class GeneralAdjoints implements Adjoints {
  readonly lanes = 1;
  lane = 0;

  /** By slot: what reached single entries (a scalar is its own single entry). */
  private readonly entries: (Value | undefined)[] = [];
  /** Blocks of slots in which an entry was reached. */
  private readonly reached = new Set<number>();
  /** By first slot: what reached an array as a whole. */
  private readonly arrays: (Value | undefined)[] = [];

  of(node: Node): Value | undefined {
    const { slot, shape } = node;
    if (shape.length === 0) return this.entries[slot];
    const whole = this.arrays[slot];
    const end = slot + sizeOf(shape);
    if (!this.isReached(slot, end)) return whole;
    const parts: Value[] = [];
    for (let k = slot; k < end; k++) parts.push(this.entries[k] ?? 0);
    const [stacked = 0] = stack(parts, shape);
    return plus(whole, stacked);
  }

  /** Whether one of these slots has an entry. */
  private isReached(slot: number, end: number): boolean {
    for (let k = slot; k < end; k++) {
      if (!this.reached.has(Math.floor(k / block))) k += block - 1 - (k % block);
      else if (this.entries[k] !== undefined) return true;
    }
    return false;
  }

  add({ slot, shape }: Node, bar: Value): void {
    if (shape.length === 0) this.plus(slot, collect(bar));
    else this.arrays[slot] = plus(this.arrays[slot], fit(bar, shape));
  }

  addProduct(node: Node, partial: Value, bar: Value): void {
    this.add(node, scale(partial, bar));
  }

  addAt({ slot }: Node, index: ArrayLike<number>, bar: Value): void {
    const [flat = 0] = stack([bar], [index.length]);
    for (let k = 0; k < index.length; k++) {
      // `stack` made a vector.
      this.plus(slot + index[k]!, at(flat as Float64Array, k));
    }
  }

  chain(links: Int32Array, partials: Float64Array, from: number, to: number, shift: number): void {
    for (let k = to - 1; k >= from; k--) {
      const bar = this.entries[k + shift];
      if (bar === undefined) continue;
      this.plus(links[2 * k]!, scale(partials[2 * k]!, bar));
      const second = links[2 * k + 1]!;
      if (second !== nowhere) this.plus(second, scale(partials[2 * k + 1]!, bar));
    }
  }

  private plus(slot: number, bar: Value): void {
    this.entries[slot] = plus(this.entries[slot], bar);
    this.reached.add(Math.floor(slot / block));
  }
}
