import { type Value, plainOf, sizeOf } from "@jacobian/core";
import type { Node } from "./node.ts";
import { NumericAdjoints } from "./numeric-adjoints.ts";

/**
 * Plain adjoints of several cotangents, side by side: a scalar operation reads its partial derivatives once
 * for all. Whole operations take the cotangents one after another, each copied out of its lane.
 */
export class LaneAdjoints extends NumericAdjoints {
  override of({ slot, shape }: Node): Value | undefined {
    const { slots, lanes, lane } = this;
    const bar = new Float64Array(sizeOf(shape));
    let reached = false;
    for (let k = 0; k < bar.length; k++) {
      bar[k] = slots[(slot + k) * lanes + lane]!;
      reached ||= bar[k] !== 0;
    }
    return reached ? plainOf(shape, bar) : undefined;
  }

  override chain(
    links: Int32Array,
    partials: Float64Array,
    from: number,
    to: number,
    shift: number,
  ): void {
    const { slots, lanes } = this;
    for (let k = to - 1; k >= from; k--) {
      const bar = (k + shift) * lanes;
      pass(slots, lanes, bar, links[2 * k]! * lanes, partials[2 * k]!);
      pass(slots, lanes, bar, links[2 * k + 1]! * lanes, partials[2 * k + 1]!);
    }
  }
}

/** One step in all lanes. A finite partial derivative annihilates zeros by itself. */
const pass = (
  slots: Float64Array,
  lanes: number,
  bar: number,
  to: number,
  partial: number,
): void => {
  if (partial === 0) return;
  if (partial === 1) {
    for (let l = 0; l < lanes; l++) slots[to + l]! += slots[bar + l]!;
  } else if (Number.isFinite(partial)) {
    for (let l = 0; l < lanes; l++) slots[to + l]! += partial * slots[bar + l]!;
  } else {
    for (let l = 0; l < lanes; l++) {
      if (slots[bar + l] !== 0) slots[to + l]! += partial * slots[bar + l]!;
    }
  }
};
