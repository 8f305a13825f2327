import { type PiecewiseRule, type Value, where } from "@jacobian/core";
import { choose, type Condition, one, plus, times, zero } from "../formula/arithmetic.ts";
import type { Call } from "../formula/formula.ts";
import { Constant, type Formula } from "../formula/formula.ts";
import { formulaOf } from "../formula/lift.ts";
import { constant, variable } from "../formula/make.ts";
import { erased } from "../formula/rule.ts";
import { replaced } from "../substitute.ts";

/** ∂f/∂u, for an operand u of f. */
type Term = readonly [operand: Formula, partial: Formula];

/** One differential where a condition holds, another elsewhere. */
export interface Choice extends Condition {
  readonly then: Differential;
  readonly otherwise: Differential;
}

/** df = Σ ∂f/∂u·du over the operands u of f, each at least once. */
export type Differential = readonly Term[] | Choice;

export const isChoice = (d: Differential): d is Choice => "relation" in d;

/** The partial derivatives of a formula by some of those that it is made of, as if they were variables. */
export type Partials = (f: Formula, by: readonly Formula[]) => readonly Formula[];

/** The partial derivatives of a smooth function by those operands that vary: the others are not asked. */
const smoothly = (call: Call, varies: (x: Formula) => boolean): readonly Term[] => {
  const { rule, operands, s } = call;
  const [x = zero, y = zero] = operands;
  const partial = (k: number): Value | undefined => {
    if (rule.kind === "unary") return rule.smooth?.partial(x, call, s);
    return rule.kind === "binary" ? rule.smooth?.partials[k]?.(x, y, call, s) : undefined;
  };
  return operands.flatMap((u, k) => {
    const got = varies(u) ? partial(k) : undefined;
    return got === undefined ? [] : [[u, formulaOf(rule.name, got)] as const];
  });
};

/** Numbers of which the first is below, equal to, above the second. */
const [below, equal, above] = [
  [0, 1],
  [0, 0],
  [1, 0],
] as const;

/** Where a = b, a side that is one of them is known to be the constant that the other is. */
const atTie =
  (a: Formula, b: Formula) =>
  (side: Formula): Formula => {
    if (side === a && b instanceof Constant) return b;
    return side === b && a instanceof Constant ? a : side;
  };

/**
 * The differential of a function with pieces: switch by switch, below, at and above its tie. The rule
 * says by its convention which pieces have a share there. (Neither below nor equal is above or NaN.)
 */
const decided = (
  shares: (signs: readonly number[]) => readonly number[],
  sides: readonly Formula[],
  mixed: (shares: readonly number[]) => Differential,
  signs: readonly number[] = [],
): Differential => {
  const [a, b, ...rest] = sides;
  if (a === undefined || b === undefined) return mixed(shares(signs));
  return {
    ...{ relation: "lt", a, b },
    then: decided(shares, rest, mixed, [...signs, ...below]),
    otherwise: {
      ...{ relation: "eq", a, b },
      then: decided(shares, rest.map(atTie(a, b)), mixed, [...signs, ...equal]),
      // The first piece above its tie takes all that is left: no later switch is asked.
      otherwise: mixed(shares([...signs, ...above, ...rest.map(() => 0)])),
    },
  };
};

/**
 * The partial derivatives of each piece by the operands that vary. A piece is taken of operands that are nothing but
 * names: of the operands themselves it may be folded (−(−x) is x), and then it is no longer seen to depend on them.
 */
const slopesOf = (
  { operands, s }: Call,
  rule: PiecewiseRule<unknown>,
  by: readonly Formula[],
  partials: Partials,
): readonly (readonly Formula[])[] => {
  const names = by.map((_, k) => variable(`operand ${k}`));
  const named = new Map(by.map((u, k) => [u, names[k]!]));
  const originals = new Map(names.map((name, k) => [name, by[k]!]));
  const inputs = operands.map((u) => named.get(u) ?? u);
  return rule.pieces.map((piece) =>
    replaced(partials(formulaOf(rule.name, piece(inputs, s)), names), (f) => originals.get(f)),
  );
};

/** The differential of a function with pieces: that of the one which its conditions select. */
const pieced = (
  call: Call,
  rule: PiecewiseRule<unknown>,
  varies: (x: Formula) => boolean,
  partials: Partials,
): Differential => {
  const { operands, s } = call;
  const [a = zero, b = zero, then = zero, otherwise = zero] = operands;
  if (erased(rule) === erased(where.rule)) {
    // The static argument of `where` is its relation.
    const relation = s as Condition["relation"];
    const itself = (x: Formula): readonly Term[] => (varies(x) ? [[x, one]] : []);
    return { relation, a, b, then: itself(then), otherwise: itself(otherwise) };
  }
  const by = [...new Set(operands)].filter(varies);
  const slopes = slopesOf(call, rule, by, partials);
  const sides = rule.sides(operands, s).map((side) => formulaOf(rule.name, side));
  // Of sides that are numbers the shares are numbers.
  const shares = (signs: readonly number[]) => rule.sharesOf(signs, s) as readonly number[];
  return decided(shares, sides, (shares) =>
    by.map((u, k) => {
      const parts = shares.map((share, p) => times(constant(share), slopes[p]![k]!));
      return [u, parts.reduce(plus)] as const;
    }),
  );
};

/** The differential of a primitive applied to formulas, of which some vary. */
export const differentialOf = (
  call: Call,
  varies: (x: Formula) => boolean,
  partials: Partials,
): Differential => {
  const { rule } = call;
  return rule.kind === "piecewise" ? pieced(call, rule, varies, partials) : smoothly(call, varies);
};

/** Both sides of a choice, made one. */
export const joined = (d: Choice, of: (d: Differential) => Formula): Formula =>
  choose(d, of(d.then), of(d.otherwise));
