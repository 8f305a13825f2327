import { type Container, DomainError, describe, type Scalar } from "@jacobian/core";
import { type Formulas, formulasOf, shapedLike } from "./formula/container.ts";
import { apply } from "./formula/elementwise.ts";
import { Call, type Formula, Variable } from "./formula/formula.ts";
import { graphOf } from "./formula/graph.ts";
import { formulaOf } from "./formula/lift.ts";

/** What stands for what: pairs of a formula and its replacement, or replacements of variables by name. */
export type Replacements =
  Iterable<readonly [formula: Scalar, replacement: Scalar]> | Readonly<Record<string, Scalar>>;

/** What a formula is replaced by, if it is. */
type Lookup = (f: Formula) => Formula | undefined;

const isIterable = (x: object): x is Iterable<readonly [Scalar, Scalar]> => Symbol.iterator in x;

const lookupOf = (replacements: Replacements): Lookup => {
  const lifted = (x: unknown): Formula => formulaOf("substitute", x);
  if (typeof replacements !== "object") {
    throw new DomainError(
      `substitute: expected pairs of formulas or an object of names, got ${describe(replacements)}; write [[x, 2]] or { x: 2 }`,
    );
  }
  if (isIterable(replacements)) {
    const byFormula = new Map(Array.from(replacements, ([f, by]) => [lifted(f), lifted(by)]));
    return (f) => byFormula.get(f);
  }
  const byName = new Map(Object.entries(replacements).map(([name, by]) => [name, lifted(by)]));
  return (f) => (f instanceof Variable ? byName.get(f.name) : undefined);
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
 * @throws OperatorError or ShapeError for a replacement that is no scalar.
 * @example
 * const [x, y] = symbols("x y");
 * substitute(sub(x, y), { x: y, y: x }) === sub(y, x); // true
 */
export const substitute = <C extends Container>(x: C, replacements: Replacements): Formulas<C> =>
  shapedLike("substitute", x, replaced(formulasOf("substitute", x), lookupOf(replacements)));
