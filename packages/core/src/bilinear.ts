import { joint } from "./binary.ts";
import { BinaryRule } from "./binary-rule.ts";
import type { Dependence, Static, Traits } from "./primitive.ts";
import { checkedShape, shapeOf } from "./shape.ts";
import type { Plain, Shape, Value } from "./value.ts";

/** One operand's adjoint, from the result's and the other operand; `shape` is its own. */
type BilinearAdjoint<S> = (bar: Value, other: Value, shape: Shape, s: S) => Value;

export interface BilinearSpec<S> extends Traits {
  /** The value on plain operands, whose shapes `shape` has let pass. */
  readonly value: (x: Plain, y: Plain, s: S) => Plain;
  /** The result's shape. @throws ShapeError for shapes that do not fit. */
  readonly shape: (x: Shape, y: Shape, s: S) => Shape;
  readonly adjoints: readonly [BilinearAdjoint<S>, BilinearAdjoint<S>];
  readonly dependence?: Dependence;
}

/** A function of two whole values, linear in each. */
export interface Bilinear<S = undefined> {
  (x: Value, y: Value, ...s: Static<S>): Value;
  readonly rule: BinaryRule<S>;
}

/**
 * Defines a map linear in each of two operands, such as a product. Its tangent is itself:
 * ż = f(ẋ, y) + f(x, ẏ).
 * @example
 * const dot = bilinear("dot", {
 *   value: (x, y) => entriesOf(x).reduce((total, a, k) => total + a * (entriesOf(y)[k] ?? NaN), 0),
 *   shape: () => [],
 *   adjoints: [(bar, y) => mul(bar, y), (bar, x) => mul(bar, x)],
 * });
 * dot(Float64Array.of(1, 2), Float64Array.of(3, 4)); // 11
 */
export function bilinear<S = undefined>(name: string, spec: BilinearSpec<S>): Bilinear<S> {
  const { value, shape, adjoints } = spec;
  const rule: BinaryRule<S> = new BinaryRule<S>(
    name,
    (x, y, s) => checkedShape(name, shape(shapeOf(x), shapeOf(y), s), value(x, y, s)),
    joint(
      (d, _x, y, _z, s) => rule.apply(d, y, s),
      (d, x, _y, _z, s) => rule.apply(x, d, s),
    ),
    [
      (bar, x, y, _z, s) => adjoints[0](bar, y, shapeOf(x), s),
      (bar, x, y, _z, s) => adjoints[1](bar, x, shapeOf(y), s),
    ],
    spec.dependence ?? "dense",
    { ...spec, linearity: "bilinear" },
  );
  const call = (x: Value, y: Value, s: S): Value => rule.apply(x, y, s);
  // Static<S> is [] or [S]: an absent static argument is undefined, which is S then.
  return Object.assign(call as (x: Value, y: Value, ...s: Static<S>) => Value, { rule });
}
