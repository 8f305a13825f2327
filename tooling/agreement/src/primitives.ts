import type {
  BinaryRule,
  LocallyConstantRule,
  PiecewiseRule,
  StructuredRule,
  UnaryRule,
  Value,
} from "@jacobian/core";
import * as core from "@jacobian/core";
import * as special from "@jacobian/core/special";
import * as linalg from "@jacobian/linalg";

type Rule =
  | UnaryRule<unknown>
  | BinaryRule<unknown>
  | PiecewiseRule<unknown>
  | LocallyConstantRule<unknown>
  | StructuredRule<unknown>;

/** A function of a list of values that gives a list of values: what every primitive can be read as. */
export type Program = (inputs: readonly Value[]) => readonly Value[];

export interface Primitive {
  readonly name: string;
  readonly rule: Rule;
  /** As users call it, with a signature of its own. */
  readonly call: (...args: readonly unknown[]) => unknown;
}

const isPrimitive = (x: unknown): x is Primitive["call"] & { readonly rule: Rule } =>
  typeof x === "function" && "rule" in x;

/** The primitives among a module's exports, each once. */
export const primitivesOf = (...modules: readonly object[]): readonly Primitive[] => [
  ...new Map(
    modules
      .flatMap((module) => Object.values(module).filter(isPrimitive))
      .map((call) => [call.rule.name, { name: call.rule.name, rule: call.rule, call }]),
  ).values(),
];

/** All exported primitives. No package lists them: whatever carries a rule is one. */
export const primitives = primitivesOf(core, special, linalg);

/** Whether arrays may stand where it takes numbers. */
export const isElementwise = ({ rule }: Primitive): boolean =>
  rule.kind === "piecewise" || rule.kind === "locallyConstant" || rule.dependence === "elementwise";

/** The primitive with its static argument fixed. */
export const program =
  ({ rule }: Primitive, statics: unknown): Program =>
  (inputs) => {
    const [x = NaN, y = NaN] = inputs;
    if (rule.kind === "binary") return [rule.apply(x, y, statics)];
    if (rule.kind === "structured") return rule.apply(inputs, statics);
    return [rule.kind === "piecewise" ? rule.apply(inputs, statics) : rule.apply(x, statics)];
  };
