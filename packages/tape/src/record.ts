import type { Value } from "@jacobian/core";
import type { Node } from "./node.ts";

/** Where adjoints are collected during a sweep: those of one cotangent, or of several side by side. */
export interface Adjoints {
  /** How many cotangents are swept at once. */
  readonly lanes: number;
  /** The one that `of` and the methods that add are about. */
  lane: number;
  /** ∂w·y/∂(this node), as collected so far; undefined if nothing reached it. Valid until the next call. */
  of(node: Node): Value | undefined;
  /** Adds to a node's adjoint; what reached a scalar through an array is summed back here. */
  add(node: Node, bar: Value): void;
  /** Adds partial·bar, entry by entry, where an exact zero annihilates. */
  addProduct(node: Node, partial: Value, bar: Value): void;
  /** Adds entry k of `bar` to entry index[k] of an array's adjoint, in place. */
  addAt(node: Node, index: ArrayLike<number>, bar: Value): void;
  /**
   * The scalar operations `from` ≤ k < `to`, last first, in all lanes: operation k, whose result has slot
   * k + `shift`, adds each partial·(its adjoint) at the operand's slot.
   */
  chain(links: Int32Array, partials: Float64Array, from: number, to: number, shift: number): void;
}

/**
 * Hands the outputs' adjoints on to the inputs. What it needs of values it reads from nodes: a replay gives
 * them others.
 */
export type Pull = (
  bars: readonly (Value | undefined)[],
  adjoints: Adjoints,
  outputs: readonly Node[],
) => void;

/** An operation recorded whole: an array operation, or one on elements of an outer level. */
export interface Whole {
  /** Scalar operations recorded before it. */
  readonly after: number;
  readonly outputs: readonly Node[];
  readonly pull: Pull;
}

/** The slot that stands for "no second operand": what is added there is never read. */
export const nowhere = 0;

/** Scalar operations that a new record has room for, and those from which it counts as long. */
const small = 256;
const large = 4096;

/**
 * The recorded operations in order. A scalar operation takes 24 bytes (the slots of its operands and its
 * two partial derivatives) and 8 for its adjoint; any other is one object.
 */
export class Record {
  /** Adjoints have places; slot 0 is nowhere. */
  slots = 1;
  scalars = 0;
  /** By scalar operation: two slots, two partial derivatives. */
  links = new Int32Array(2 * small);
  partials = new Float64Array(2 * small);
  readonly wholes: Whole[] = [];
  /** Room for adjoints, kept from sweep to sweep. */
  private bars: Float64Array | undefined;

  get operations(): number {
    return this.scalars + this.wholes.length;
  }

  /** Slots for a value of this many entries. An empty array has one too: it needs a name. */
  reserve(size: number): number {
    const slot = this.slots;
    this.slots += Math.max(1, size);
    return slot;
  }

  /** A scalar operation with its two partial derivatives; gives its slot. */
  scalar(slot1: number, partial1: number, slot2: number, partial2: number): number {
    const k = 2 * this.scalars++;
    if (k === this.links.length) this.grow();
    this.links[k] = slot1;
    this.links[k + 1] = slot2;
    this.partials[k] = partial1;
    this.partials[k + 1] = partial2;
    return this.slots++;
  }

  /** Any other operation, whose outputs have their slots already. */
  whole(outputs: readonly Node[], pull: Pull): void {
    this.wholes.push({ after: this.scalars, outputs, pull });
  }

  /** Hands adjoints back from the last operation to the first. */
  sweep(adjoints: Adjoints): void {
    let end = this.scalars;
    let slot = this.slots;
    for (let w = this.wholes.length - 1; w >= 0; w--) {
      const { after, outputs, pull } = this.wholes[w]!;
      // Scalar operations that follow each other have slots that do.
      adjoints.chain(this.links, this.partials, after, end, slot - end);
      end = after;
      slot = outputs[0]?.slot ?? slot;
      for (adjoints.lane = 0; adjoints.lane < adjoints.lanes; adjoints.lane++) {
        pull(
          outputs.map((output) => adjoints.of(output)),
          adjoints,
          outputs,
        );
      }
    }
    adjoints.chain(this.links, this.partials, 0, end, slot - end);
  }

  /** Zeros for the adjoints of a sweep; what is lent is not lent again before it is back. */
  lend(lanes: number): Float64Array {
    const size = lanes * this.slots;
    const { bars } = this;
    this.bars = undefined;
    if (bars === undefined || bars.length < size) return new Float64Array(room(size));
    return bars.fill(0, 0, size);
  }

  takeBack(bars: Float64Array): void {
    this.bars = bars;
  }

  /** The adjoints of the last sweep, by slot, if it had one lane. */
  get adjoints(): Float64Array | undefined {
    return this.bars;
  }

  /** Bytes held for scalar operations and adjoints. */
  get bytes(): number {
    return this.links.byteLength + this.partials.byteLength + (this.bars?.byteLength ?? 0);
  }

  /** Forgets what was recorded, and keeps the room for it. */
  clear(): void {
    this.slots = 1;
    this.scalars = 0;
    this.wholes.length = 0;
  }

  private grow(): void {
    const capacity = room(this.scalars);
    const { links, partials } = this;
    this.links = new Int32Array(2 * capacity);
    this.links.set(links);
    this.partials = new Float64Array(2 * capacity);
    this.partials.set(partials);
  }
}

/** Long arrays grow by half, so that an operation never holds more than 1.5·(24 + 8) = 48 bytes. */
const room = (n: number): number => (n < large ? 2 * n : n + (n >> 1));
