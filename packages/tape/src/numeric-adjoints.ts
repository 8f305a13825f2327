import {
  type Plain,
  type Shape,
  type Value,
  Element,
  LevelError,
  ShapeError,
  describeShape,
  entriesOf,
  plainOf,
  sameShape,
  shapeOf,
  sizeOf,
} from "@jacobian/core";
import type { Node } from "./node.ts";
import type { Adjoints } from "./record.ts";

/** Adjoints that are plain numbers: one float64 for each slot. An array's adjoint is a view of its slots. */
export class NumericAdjoints implements Adjoints {
  lane = 0;

  /** @param slots zeros, as many as lanes for each slot: entry `lane` of a slot's is that lane's adjoint */
  constructor(
    protected readonly slots: Float64Array,
    readonly lanes = 1,
  ) {}

  /**
   * Undefined also where only exact zeros arrived: a plain 0 carries no tangent, and a rule that is not
   * asked cannot make NaN of it.
   */
  of({ slot, shape }: Node): Value | undefined {
    const { slots } = this;
    if (shape.length === 0) return slots[slot] === 0 ? undefined : slots[slot];
    const end = slot + sizeOf(shape);
    let k = slot;
    while (k < end && slots[k] === 0) k++;
    return k < end ? plainOf(shape, slots.subarray(slot, end)) : undefined;
  }

  add(node: Node, bar: Value): void {
    this.addProduct(node, 1, bar);
  }

  addProduct({ slot, shape }: Node, partial: Value, bar: Value): void {
    const { slots, lanes, lane } = this;
    const start = slot * lanes + lane;
    const [p, b] = [numeric(partial), numeric(bar)];
    if (typeof p === "number" && typeof b === "number" && shape.length === 0) {
      slots[start] = slots[start]! + product(p, b);
      return;
    }
    if (shape.length > 0) {
      sameAsOperand(shape, p);
      sameAsOperand(shape, b);
      if (p === 1 && typeof b !== "number") {
        addAlong(slots, start, lanes, entriesOf(b));
        return;
      }
    }
    const [ps, bs] = [entriesOf(p), entriesOf(b)];
    // A scalar meets every entry; what reaches a scalar is summed.
    const [pStep, bStep] = [typeof p === "number" ? 0 : 1, typeof b === "number" ? 0 : 1];
    const step = shape.length === 0 ? 0 : lanes;
    const size =
      shape.length === 0 ? Math.max(pStep * ps.length, bStep * bs.length) : sizeOf(shape);
    for (let k = 0; k < size; k++) {
      const to = start + k * step;
      slots[to] = slots[to]! + product(ps[k * pStep]!, bs[k * bStep]!);
    }
  }

  addAt({ slot }: Node, index: ArrayLike<number>, bar: Value): void {
    const { slots, lanes, lane } = this;
    const bs = entriesOf(numeric(bar));
    for (let k = 0; k < index.length; k++) {
      const to = (slot + index[k]!) * lanes + lane;
      slots[to] = slots[to]! + bs[k]!;
    }
  }

  chain(links: Int32Array, partials: Float64Array, from: number, to: number, shift: number): void {
    const { slots } = this;
    for (let k = to - 1; k >= from; k--) {
      const bar = slots[k + shift]!;
      // An exact zero annihilates, as in `scale`.
      if (bar === 0) continue;
      const first = links[2 * k]!;
      const second = links[2 * k + 1]!;
      const p = partials[2 * k]!;
      if (p !== 0) slots[first] = slots[first]! + p * bar;
      const q = partials[2 * k + 1]!;
      if (q !== 0) slots[second] = slots[second]! + q * bar;
    }
  }
}

const addAlong = (slots: Float64Array, start: number, step: number, bs: Float64Array): void => {
  for (let k = 0; k < bs.length; k++) {
    const to = start + k * step;
    slots[to] = slots[to]! + bs[k]!;
  }
};

const product = (p: number, bar: number): number => (p === 0 || bar === 0 ? 0 : p * bar);

/** @throws ShapeError for an array that is not shaped as what it is an adjoint of. */
const sameAsOperand = (shape: Shape, x: Plain): void => {
  const got = shapeOf(x);
  if (got.length === 0 || sameShape(shape, got)) return;
  throw new ShapeError(
    `tape: expected the adjoint of ${describeShape(shape)} in its shape, got ${describeShape(got)}; correct the adjoint that the rule states`,
  );
};

/** @throws LevelError for an element: adjoints are numbers only if everything on the tape is. */
const numeric = (bar: Value): Plain => {
  if (!(bar instanceof Element)) return bar;
  throw new LevelError(
    `tape: expected a rule made of its operands, got ${bar.toString()} of an outer derivative in it; pass captured elements as operands`,
  );
};
