import type { Element } from "./element.ts";
import type { BinaryRule } from "./binary-rule.ts";
import type { LocallyConstantRule } from "./locally-constant.ts";
import type { PiecewiseRule } from "./piecewise-rule.ts";
import type { StructuredRule } from "./structured.ts";
import type { UnaryRule } from "./unary-rule.ts";
import type { Plain, Relation, Value } from "./value.ts";

/**
 * What a package that differentiates says: one method for each shape of rule, and no functions by
 * name. Operands are elements of this algebra or of lower levels, or plain; `s` is the call's static
 * argument, handed on to the rule untouched.
 */
export interface Algebra {
  /** In a mixed operation the algebra of the highest level is asked. */
  readonly level: number;

  /** Whether the function that it differentiates is still running. */
  readonly open: boolean;

  unary<S>(rule: UnaryRule<S>, x: Element, s: S): Value;
  binary<S>(rule: BinaryRule<S>, x: Value, y: Value, s: S): Value;
  piecewise<S>(rule: PiecewiseRule<S>, inputs: readonly Value[], s: S): Value;
  locallyConstant<S>(rule: LocallyConstantRule<S>, x: Element, s: S): Value;
  structured<S>(rule: StructuredRule<S>, inputs: readonly Value[], s: S): readonly Value[];

  /** The outcome of a comparison of scalars; an algebra without numbers throws UndecidedError. */
  decide(relation: Relation, a: Value, b: Value): boolean;

  /** The plain value that an element stands for. */
  value(x: Element): Plain;
}
