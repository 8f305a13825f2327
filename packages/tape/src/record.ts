import type { Value } from "@jacobian/core";
import type { Node } from "./node.ts";

/** Where adjoints are collected during a sweep. */
export interface Adjoints {
  /** ∂w·y/∂(this node), as collected so far; undefined if nothing reached it. */
  of(node: Node): Value | undefined;
  /** Adds to a node's adjoint; what reached a scalar through an array is summed back here. */
  add(node: Node, bar: Value): void;
  /** Adds entry k of `bar` to entry index[k] of an array's adjoint, in place. */
  addAt(node: Node, index: ArrayLike<number>, bar: Value): void;
  /** One step of a scalar operation: adds partial·(adjoint at `from`) at `to`. */
  chain(from: number, to: number, partial: number): void;
}

/** An operation recorded whole: an array operation, or one on elements of an outer level. */
export interface Whole {
  readonly outputs: readonly Node[];
  /** Hands the outputs' adjoints on to the inputs. */
  readonly pull: (bars: readonly (Value | undefined)[], adjoints: Adjoints) => void;
}

const grown = <T extends Int32Array | Float64Array>(from: T, to: T): T => {
  to.set(from);
  return to;
};

/** Operations a new record has room for, and those from which it counts as long. */
const small = 256;
const large = 4096;

/** The slot that stands for "no second operand": what is added there is never read. */
export const nowhere = 0;

/**
 * The recorded operations in order. A scalar operation takes 24 bytes (two slots and two partial
 * derivatives) and 8 more for its adjoint during a sweep; any other is one object.
 */
export class Record {
  slots = 1;
  operations = 0;
  private slot1 = new Int32Array(small);
  private slot2 = new Int32Array(small);
  private partials = new Float64Array(2 * small);
  private readonly wholes: Whole[] = [];

  /** Slots for a value of this many entries. An empty array has one too: it needs a name. */
  reserve(size: number): number {
    const slot = this.slots;
    this.slots += Math.max(1, size);
    return slot;
  }

  /** A scalar operation with its two partial derivatives; gives its slot. */
  scalar(slot1: number, partial1: number, slot2: number, partial2: number): number {
    const k = this.next();
    this.slot1[k] = slot1;
    this.slot2[k] = slot2;
    this.partials[2 * k] = partial1;
    this.partials[2 * k + 1] = partial2;
    return this.slots++;
  }

  /** Any other operation, whose outputs have their slots already. */
  whole(operation: Whole): void {
    const k = this.next();
    // A negative first slot tells the two kinds apart.
    this.slot1[k] = ~(this.wholes.push(operation) - 1);
  }

  /** Hands adjoints back from the last operation to the first. */
  sweep(adjoints: Adjoints): void {
    let slot = this.slots;
    for (let k = this.operations - 1; k >= 0; k--) {
      const first = this.slot1[k]!;
      if (first >= 0) {
        slot--;
        adjoints.chain(slot, first, this.partials[2 * k]!);
        const second = this.slot2[k]!;
        if (second !== nowhere) adjoints.chain(slot, second, this.partials[2 * k + 1]!);
      } else {
        const { outputs, pull } = this.wholes[~first]!;
        slot = outputs[0]?.slot ?? slot;
        pull(
          outputs.map((output) => adjoints.of(output)),
          adjoints,
        );
      }
    }
  }

  /** Bytes held for scalar operations, their adjoints in a sweep included. */
  get bytes(): number {
    return (
      this.slot1.byteLength + this.slot2.byteLength + this.partials.byteLength + 8 * this.slots
    );
  }

  private next(): number {
    const k = this.operations++;
    if (k === this.slot1.length) {
      // A long record grows by half, so that an operation never costs more than 1.5·24 + 8 = 44 bytes.
      const capacity = k < large ? 2 * k : k + (k >> 1);
      this.slot1 = grown(this.slot1, new Int32Array(capacity));
      this.slot2 = grown(this.slot2, new Int32Array(capacity));
      this.partials = grown(this.partials, new Float64Array(2 * capacity));
    }
    return k;
  }
}
