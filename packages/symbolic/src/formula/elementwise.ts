import { commonShape, sizeOf, type Value } from "@jacobian/core";
import { Formula } from "./formula.ts";
import { folded } from "./fold.ts";
import { numeral } from "./known-numbers.ts";
import { entriesOf, valueOf } from "./lift.ts";
import { call } from "./make.ts";
import { erased, type Rule, type ScalarRule } from "./rule.ts";

/** A rule applied to formulas; constants are folded. */
export const apply = (rule: Rule, operands: readonly Formula[], s?: unknown): Formula =>
  folded(rule, operands, s) ?? call(rule, operands, s);

/** Operands that are scalars, which most are; undefined if one is an array. */
const scalarsOf = (operands: readonly Value[]): readonly Formula[] | undefined => {
  const scalars: Formula[] = [];
  for (const x of operands) {
    if (x instanceof Formula) scalars.push(x);
    else if (typeof x === "number") scalars.push(numeral(x));
    else return undefined;
  }
  return scalars;
};

/**
 * A rule applied entry by entry; a scalar meets each entry.
 * @throws ShapeError naming two shapes that differ.
 */
export const elementwise = <S>(rule: ScalarRule<S>, operands: readonly Value[], s: S): Value => {
  const scalars = scalarsOf(operands);
  if (scalars !== undefined) return apply(erased(rule), scalars, s);
  const shape = commonShape(rule.name, operands);
  const lists = operands.map(entriesOf);
  const entries = Array.from({ length: sizeOf(shape) }, (_, k) =>
    apply(
      erased(rule),
      lists.map((list) => (list.length === 1 ? list[0]! : list[k]!)),
      s,
    ),
  );
  return valueOf(shape, entries);
};
