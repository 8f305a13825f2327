import type { Dependence, Static, Traits } from "./primitive.ts";
import { checkedShape, isValue, notAValue, shapeOf } from "./shape.ts";
import { type Gather, UnaryRule } from "./unary-rule.ts";
import type { Plain, Shape, Value } from "./value.ts";

export interface LinearSpec<S> extends Traits {
  /** The value on a plain operand, whose shape `shape` has let pass. */
  readonly value: (x: Plain, s: S) => Plain;
  /** The result's shape. @throws ShapeError for a shape that does not fit. */
  readonly shape: (x: Shape, s: S) => Shape;
  /** The transpose, applied to the result's adjoint; `shape` is the operand's. */
  readonly adjoint: (bar: Value, shape: Shape, s: S) => Value;
  readonly dependence?: Dependence;
  /** Given where the map only copies entries: an engine can then accumulate adjoints in place. */
  readonly gather?: (shape: Shape, s: S) => Gather;
  /** The same where the map copies one entry: its flat position. */
  readonly entry?: (x: Value, s: S) => number;
}

/** A linear function of one whole value. */
export interface Linear<S = undefined> {
  (x: Value, ...s: Static<S>): Value;
  readonly rule: UnaryRule<S>;
}

/**
 * Defines a linear map of one operand. Its tangent is itself: ẏ = f(ẋ).
 * @example
 * const reverse: Linear = linear("reverse", {
 *   value: (x) => entriesOf(x).toReversed(),
 *   shape: (shape) => shape,
 *   adjoint: (bar) => reverse(bar),
 * });
 * reverse(Float64Array.of(1, 2, 3)); // Float64Array(3) [ 3, 2, 1 ]
 */
export function linear<S = undefined>(name: string, spec: LinearSpec<S>): Linear<S> {
  const { value, shape, adjoint } = spec;
  const rule: UnaryRule<S> = new UnaryRule<S>(
    name,
    (x, s) => {
      if (!isValue(x)) throw notAValue(name, x);
      // A gather reads by the shape that it states.
      return spec.gather ? value(x, s) : checkedShape(name, shape(shapeOf(x), s), value(x, s));
    },
    (dx, _x, _y, s) => rule.apply(dx, s),
    (bar, x, _y, s) => adjoint(bar, shapeOf(x), s),
    spec.dependence ?? (spec.gather ? "gather" : "dense"),
    { ...spec, linearity: "linear" },
    spec.gather,
    undefined,
    spec.entry,
  );
  const call = (x: Value, s: S): Value => rule.apply(x, s);
  // Static<S> is [] or [S]: an absent static argument is undefined, which is S then.
  return Object.assign(call as (x: Value, ...s: Static<S>) => Value, { rule });
}
