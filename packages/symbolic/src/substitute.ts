import type { Container, Scalar } from "@jacobian/core";
import { type Formulas, formulasOf, shapedLike } from "./formula/container.ts";
import { apply } from "./formula/elementwise.ts";
import { Call, type Formula, Variable } from "./formula/formula.ts";
import { graphOf } from "./formula/graph.ts";
import { formulaOf } from "./formula/lift.ts";
import { type Pairs, pairsOf } from "./pairs.ts";

/** What stands for what: pairs of a formula, or the name of a variable, and its replacement, or replacements by name. */
export type Replacements = Pairs<Scalar | string, Scalar>;

/** What a formula is replaced by, if it is. */
type Lookup = (f: Formula) => Formula | undefined;

const lookupOf = (replacements: Replacements): Lookup => {
  const lifted = (x: unknown): Formula => formulaOf("substitute", x);
  const by = new Map(
    pairsOf("substitute", replacements).map(([f, replacement]) => [
      typeof f === "string" ? f : lifted(f),
      lifted(replacement),
    ]),
  );
  return (f) => by.get(f) ?? (f instanceof Variable ? by.get(f.name) : undefined);
};

/** Formulas with others in the place of some that they are made of. */
export const replaced = (formulas: readonly Formula[], lookup: Lookup): readonly Formula[] => {
  const results = new Map<Formula, Formula>();
  const of = (f: Formula): Formula => results.get(f) ?? f;
  for (const f of graphOf(formulas)) {
    const by = lookup(f);
    if (by !== undefined) results.set(f, by);
    else if (f instanceof Call && f.operands.some((x) => of(x) !== x)) {
      results.set(f, apply(f.rule, f.operands.map(of), f.s));
    }
  }
  return formulas.map(of);
};

/**
 * A formula, or each in a container, with others in the place of variables or of subformulas: all at
 * once, so that what is put in is not replaced again. Constants are folded, nothing is rearranged.
 * @throws OperatorError or ShapeError for a replacement that is no scalar; DomainError for what is neither named nor in
 * pairs.
 * @example
 * const [x, y] = symbols("x y");
 * substitute(sub(x, y), { x: y, y: x }) === sub(y, x); // true
 */
export const substitute = <C extends Container>(x: C, replacements: Replacements): Formulas<C> =>
  shapedLike("substitute", x, replaced(formulasOf("substitute", x), lookupOf(replacements)));
