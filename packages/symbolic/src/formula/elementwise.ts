import { commonShape, sizeOf, type Value } from "@jacobian/core";
import type { Formula } from "./formula.ts";
import { folded } from "./fold.ts";
import { entriesOf, valueOf } from "./lift.ts";
import { call } from "./make.ts";
import { erased, type Rule, type ScalarRule } from "./rule.ts";

/** A rule applied to formulas; constants are folded. */
export const apply = (rule: Rule, operands: readonly Formula[], s?: unknown): Formula =>
  folded(rule, operands, s) ?? call(rule, operands, s);

/**
 * A rule applied entry by entry; a scalar meets each entry.
 * @throws ShapeError naming two shapes that differ.
 */
export const elementwise = <S>(rule: ScalarRule<S>, operands: readonly Value[], s: S): Value => {
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
