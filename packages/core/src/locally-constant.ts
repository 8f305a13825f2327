import { Element } from "./element.ts";
import { map } from "./entrywise.ts";
import { asked } from "./overheard.ts";
import type { Traits, Unary } from "./primitive.ts";
import type { Value } from "./value.ts";

/** A function whose derivative is 0 wherever it has one, as engines see it. */
export class LocallyConstantRule<S = undefined> {
  readonly kind = "locallyConstant";
  readonly dependence = "elementwise";
  constructor(
    readonly name: string,
    readonly number: (x: number, s: S) => number,
    /** The jump nearest to x; NaN if there is none. */
    readonly jumps: (x: number, s: S) => number,
    readonly traits: Traits,
  ) {}

  /** The value on any operand. */
  apply(x: Value, s: S): Value {
    return x instanceof Element
      ? asked(x).algebra.locallyConstant(this, x, s)
      : map(this.name, x, this.number, undefined, s);
  }
}

export interface LocallyConstantSpec<S> extends Traits {
  readonly value: (x: number, s: S) => number;
  /** The jump nearest to x; NaN if there is none. */
  readonly jumps: (x: number, s: S) => number;
}

/**
 * Defines a function that is constant between its jumps: its derivative is 0, also at a jump, where
 * by rights it has none.
 * @example
 * const floor = locallyConstant("floor", { value: Math.floor, jumps: Math.round });
 * floor(2.7); // 2
 */
export function locallyConstant<S = undefined>(
  name: string,
  spec: LocallyConstantSpec<S>,
): Unary<S, LocallyConstantRule<S>> {
  const { value, jumps } = spec;
  const rule = new LocallyConstantRule<S>(name, value, jumps, spec);
  const call = (x: Value, s: S): Value => (typeof x === "number" ? value(x, s) : rule.apply(x, s));
  // The overloads say how the result's shape follows the operand's: entry by entry.
  return Object.assign(call, { rule }) as Unary<S, LocallyConstantRule<S>>;
}
