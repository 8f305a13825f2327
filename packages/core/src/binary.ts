import { add, scale } from "./arithmetic.ts";
import {
  type BinaryPartial,
  BinaryRule,
  type Joint,
  type Partial2,
  type Smooth2,
} from "./binary-rule.ts";
import { type Loop2, zip } from "./entrywise.ts";
import type { Binary, Traits } from "./primitive.ts";
import type { Value } from "./value.ts";

/** The sum of what ẋ alone and ẏ alone give. */
export function joint<S>(first: Partial2<S>, second: Partial2<S>): Joint<S> {
  return (dx, dy, x, y, z, s) => {
    if (dy === undefined) return first(dx ?? 0, x, y, z, s);
    const part = second(dy, x, y, z, s);
    return dx === undefined ? part : add(first(dx, x, y, z, s), part);
  };
}

/** A smooth function of two variables without a static argument. */
export type BinaryFunction = Binary<undefined, BinaryRule>;

export interface BinarySpec<S> extends Traits, Smooth2<S> {
  /** What \`value\` says, of every pair of entries: a loop of its own is several times as fast. */
  readonly loop?: Loop2<S>;
}

/**
 * Defines a smooth function of two variables, entry by entry on arrays.
 * @example
 * const ratio = binary("ratio", {
 *   value: (x, y) => x / y,
 *   partials: [(x, y) => reciprocal(y), (x, y, z) => neg(div(z, y))],
 * });
 * ratio(1, 4); // 0.25
 */
export function binary<S = undefined>(name: string, spec: BinarySpec<S>): Binary<S, BinaryRule<S>> {
  const { value, partials, loop } = spec;
  const derivative =
    (partial: BinaryPartial<S>): Partial2<S> =>
    (d, x, y, z, s) =>
      scale(partial(x, y, z, s), d);
  const [first, second] = [derivative(partials[0]), derivative(partials[1])];
  const rule = new BinaryRule<S>(
    name,
    (x, y, s) => zip(name, x, y, value, loop, s),
    joint(first, second),
    [first, second],
    "elementwise",
    spec,
    { value, partials },
  );
  const call = (x: Value, y: Value, s: S): Value =>
    typeof x === "number" && typeof y === "number" ? value(x, y, s) : rule.apply(x, y, s);
  // The overloads say how the result's shape follows the operands': entry by entry.
  return Object.assign(call, { rule }) as Binary<S, BinaryRule<S>>;
}
