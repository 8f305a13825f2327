import { scale } from "./arithmetic.ts";
import { type Loop, map } from "./entrywise.ts";
import type { Traits, Unary } from "./primitive.ts";
import { type Derivative, type Smooth, UnaryRule } from "./unary-rule.ts";
import type { Value } from "./value.ts";

/** A smooth function of one variable without a static argument. */
export type UnaryFunction = Unary<undefined, UnaryRule>;

export interface UnarySpec<S> extends Traits, Smooth<S> {
  /** What \`value\` says, of every entry of an array: a loop of its own is several times as fast. */
  readonly loop?: Loop<S>;
}

/**
 * Defines a smooth function of one variable, entry by entry on arrays.
 * @example
 * const cube = unary("cube", { value: (x) => x ** 3, partial: (x) => mul(3, square(x)) });
 * cube(2); // 8
 */
export function unary<S = undefined>(name: string, spec: UnarySpec<S>): Unary<S, UnaryRule<S>> {
  const { value, partial, loop } = spec;
  const derivative: Derivative<S> = (d, x, y, s) => scale(partial(x, y, s), d);
  const rule = new UnaryRule<S>(
    name,
    (x, s) => map(name, x, value, loop, s),
    derivative,
    derivative,
    "elementwise",
    spec,
    undefined,
    { value, partial },
  );
  const call = (x: Value, s: S): Value => (typeof x === "number" ? value(x, s) : rule.apply(x, s));
  // The overloads say how the result's shape follows the operand's: entry by entry.
  return Object.assign(call, { rule }) as Unary<S, UnaryRule<S>>;
}
