import { abs, cosh, exp, hypot, sigmoid, softplus, sqrt, square } from "@jacobian/core";
import { Call, Constant, type Formula, Named, Variable } from "../formula/formula.ts";
import { call } from "../formula/make.ts";
import { compare } from "../formula/rational.ts";
import type { Rule } from "../formula/rule.ts";
import { applied } from "./functions.ts";
import { Order } from "./order.ts";
import { realised, realisedProduct, realisedSum } from "./realise.ts";
import type { Cases } from "./where.ts";
import * as signs from "./sign.ts";
import {
  bodyTerm,
  exactOf,
  type Factor,
  is,
  isValue,
  numberTerm,
  numeric,
  oneTerm,
  type Term,
  unit,
} from "./term.ts";

/** How far a pass goes. */
export interface Manner {
  /** Sums and products that are used in several places are taken apart at each. */
  readonly flatten: boolean;
  /** A lone 1/x² stays one operation, x^(−2). */
  readonly terse: boolean;
}

/** What is never negative, and what is always positive, whatever the operand. */
const nonnegativeRules: ReadonlySet<unknown> = /*#__PURE__*/ (() =>
  new Set([abs.rule, hypot.rule, sqrt.rule, square.rule]))();
const positiveRules: ReadonlySet<unknown> = /*#__PURE__*/ (() =>
  new Set([cosh.rule, exp.rule, sigmoid.rule, softplus.rule]))();

const signsOfCall = ({ rule }: Call): signs.Signs =>
  positiveRules.has(rule)
    ? signs.positive
    : nonnegativeRules.has(rule)
      ? signs.nonnegative
      : signs.any;

/**
 * The canonical forms of one pass: a sum body is known by its terms, a product body by its factors. Bodies
 * are formulas, made once, so they are the keys.
 */
export class Canon {
  readonly sums = new Map<Formula, readonly Term[]>();
  readonly products = new Map<Formula, readonly Factor[]>();
  /** The operands of nested maxima or minima. */
  readonly extremes = new Map<Formula, readonly Term[]>();
  /** Choices by the sign of one body. */
  readonly cases = new Map<Formula, Cases>();
  /** Bodies that are used in several places and are not to be taken apart. */
  readonly kept = new Set<Formula>();
  readonly order: Order = new Order(this);
  private readonly signs = new Map<Formula, signs.Signs>();
  private readonly terms = new Map<Formula, Term>();
  private readonly formulas = new Map<Formula, Map<bigint | string, Formula>>();

  constructor(
    readonly manner: Manner,
    /** How many terms and factors may still be copied. */
    private budget: number,
  ) {}

  /** Whether so many terms may be copied. */
  spend(terms: number): boolean {
    this.budget -= terms;
    return this.budget >= 0;
  }

  get exhausted(): boolean {
    return this.budget < 0;
  }

  /** The terms of a sum that may be taken apart. */
  termsOf(body: Formula): readonly Term[] | undefined {
    return this.kept.has(body) ? undefined : this.sums.get(body);
  }

  /** The factors of a body: itself, if it is no product or must not be taken apart. */
  factorsOf(body: Formula): readonly Factor[] {
    if (body === unit) return [];
    const factors = this.kept.has(body) ? undefined : this.products.get(body);
    return factors ?? [{ base: body, exponent: oneTerm }];
  }

  /** The body of these terms, sorted, of which none is zero: at least two. */
  sum(terms: readonly Term[]): Formula {
    const body = realisedSum(this, terms);
    this.sums.set(body, terms);
    let bounds: signs.Signs | undefined;
    for (const term of terms) {
      const here = this.signsOf(term);
      bounds = bounds === undefined ? here : signs.signsOfSum(bounds, here);
    }
    this.signs.set(body, bounds ?? signs.any);
    return body;
  }

  /** The body of these factors, sorted, with no exponent zero. */
  product(factors: readonly Factor[]): Formula {
    const [first] = factors;
    if (first === undefined) return unit;
    if (factors.length === 1 && isValue(first.exponent, 1n)) return first.base;
    const body = realisedProduct(this, oneTerm.coefficient, factors);
    this.products.set(body, factors);
    let bounds = signs.positive;
    for (const { base, exponent } of factors) {
      const here = signs.signsOfPower(this.signsOf(bodyTerm(base)), numeric(exponent));
      bounds = signs.signsOfProduct(bounds, here);
    }
    this.signs.set(body, bounds);
    return body;
  }

  /** A rule applied to operands, as a body. */
  call(rule: Rule, operands: readonly Term[], s?: unknown): Term {
    return bodyTerm(
      call(
        rule,
        operands.map((term) => this.formula(term)),
        s,
      ),
    );
  }

  /** A rule applied to operands, in canonical form. */
  apply(rule: Rule, operands: readonly Term[], s?: unknown): Term {
    return applied(this, rule, operands, s);
  }

  /** Operands whose order does not matter, in order. */
  sorted(operands: readonly Term[]): readonly Term[] {
    const order = this.order.ofTerms;
    return [...operands].sort(
      (a, b) => order(a.body, b.body) || compare(a.coefficient, b.coefficient),
    );
  }

  /** The formula that a term is written as. */
  formula(term: Term): Formula {
    if (is(term.coefficient, 1n)) return term.body;
    let known = this.formulas.get(term.body);
    if (known === undefined)
      this.formulas.set(term.body, (known = new Map<bigint | string, Formula>()));
    const { n, d } = term.coefficient;
    const key = d === 1n ? n : `${n}/${d}`;
    let formula = known.get(key);
    if (formula === undefined) {
      known.set(key, (formula = realised(this, term)));
      this.terms.set(formula, term);
    }
    return formula;
  }

  /** The term that a formula of this pass was written from. */
  read(formula: Formula): Term {
    const exact = exactOf(formula);
    if (exact !== undefined) return numberTerm(exact);
    return this.terms.get(formula) ?? bodyTerm(formula);
  }

  /** Takes a term as a whole from now on: it is used in several places. */
  keep(term: Term): Term {
    if (term.body === unit) return term;
    const formula = this.formula(term);
    if (!this.signs.has(formula)) this.signs.set(formula, this.signsOf(term));
    this.kept.add(formula);
    return bodyTerm(formula);
  }

  signsOf({ coefficient, body }: Term): signs.Signs {
    return signs.signsOfProduct(signs.signsOfNumber(coefficient), this.signsOfBody(body));
  }

  private signsOfBody(body: Formula): signs.Signs {
    const known = this.signs.get(body);
    if (known !== undefined) return known;
    if (body instanceof Variable) return signs.signsOfAssumptions(body.assumptions);
    if (body instanceof Named) return body.number > 0 ? signs.positive : signs.any;
    if (body instanceof Constant) {
      return typeof body.exact === "object" ? signs.signsOfNumber(body.exact) : signs.any;
    }
    return body instanceof Call ? signsOfCall(body) : signs.any;
  }
}
