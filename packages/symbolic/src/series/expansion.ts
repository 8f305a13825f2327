import {
  add,
  atan2,
  cbrt,
  div,
  mul,
  neg,
  pow,
  reciprocal,
  scale,
  sqrt,
  square,
  sub,
  tan,
} from "@jacobian/core";
import { numberOf } from "../evaluate/number-function.ts";
import { Call, type Formula, type Variable } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { formulaOf } from "../formula/lift.ts";
import type { Rational } from "../formula/rational.ts";
import { whole } from "../polynomial/distribute.ts";
import { exactOf, formulaOfTerms, one, rationalTerms, type Terms } from "../polynomial/terms.ts";
import {
  checkCut,
  checkPole,
  constantBetweenJumps,
  constantOf,
  constantSeries,
  inverseOf,
  numberAt,
  numberOfCall,
} from "./at-point.ts";
import { stated } from "./exact.ts";
import { pieceAt } from "./pieces.ts";
import * as arithmetic from "./power-series.ts";
import { PowerSeries, type Recurrence } from "./power-series.ts";
import { rewriteOf } from "./rewritten.ts";

const minusOne: Rational = { n: -1n, d: 1n };

/**
 * The Taylor series of formulas around a point of one variable. Every formula of the graph has one, from those
 * of its operands: by the classical recurrences for arithmetic and powers; for any other function as the
 * integral of its stated derivative, which is a formula again, so that sin and cos find each other (Griewank
 * & Walther 2008, 13.2).
 */
export class Expansion {
  private readonly series = new Map<Formula, PowerSeries>();
  private readonly known = new Set<Formula>();

  constructor(variable: Variable, at: Formula) {
    const start = whole(at);
    const identity = (k: number): Terms =>
      k === 0 ? start : rationalTerms(k === 1 ? one : { n: 0n, d: 1n });
    this.keep(variable, new PowerSeries(identity, numberAt(at)));
  }

  /** The series of a formula. */
  readonly of = (formula: Formula): PowerSeries => {
    for (const f of graphOf([formula], this.known)) {
      if (!this.known.has(f)) this.keep(f, this.made(f));
    }
    // Just made, if it was not known.
    return this.series.get(formula)!;
  };

  /**
   * Coefficients 0 to n of a formula, order by order through its graph, so that the stack stays flat. What derivatives
   * need besides is asked for no further than it is needed: a family of them need not close, as polygamma does not.
   */
  coefficients(formula: Formula, n: number): readonly Formula[] {
    const series = this.of(formula);
    const graph = graphOf([formula]).map((f) => this.series.get(f)!);
    // The first order tells whether there is a derivative.
    for (let k = 1; k <= Math.max(n, 1); k++) for (const each of graph) each.coefficient(k);
    return Array.from({ length: n + 1 }, (_, k) => formulaOfTerms(series.coefficient(k)));
  }

  private keep(f: Formula, series: PowerSeries): void {
    this.series.set(f, series);
    this.known.add(f);
    series.coefficient(0);
  }

  private made(f: Formula): PowerSeries {
    if (!(f instanceof Call)) return constantSeries(whole(f), numberOf(f));
    const operands = f.operands.map((x) => this.series.get(x)!);
    const number = numberOfCall(f, operands);
    if (operands.every(({ isConstant }) => isConstant))
      return constantSeries(constantOf(f, operands), number);
    const series: PowerSeries = new PowerSeries(
      this.recurrence(f, operands, () => series),
      number,
    );
    return series;
  }

  /** How the coefficients of a call follow from those of its operands. */
  private recurrence(f: Call, operands: readonly PowerSeries[], z: () => PowerSeries): Recurrence {
    const [x, y = x] = operands as [PowerSeries, PowerSeries?];
    const { rule } = f;
    switch (rule) {
      case add.rule:
      case sub.rule:
        return (k) =>
          arithmetic.combined(
            [one, x.coefficient(k)],
            [rule === add.rule ? one : minusOne, y.coefficient(k)],
          );
      case neg.rule:
        return (k) => arithmetic.combined([minusOne, x.coefficient(k)]);
      case mul.rule:
      case scale.rule:
      case square.rule:
        return (k) => arithmetic.convolved(x, y, k);
      case div.rule:
        return arithmetic.quotient((k) => x.coefficient(k), y, z, inverseOf(y, "a divisor"));
      case reciprocal.rule:
        return arithmetic.quotient(
          (k) => rationalTerms({ n: k === 0 ? 1n : 0n, d: 1n }),
          x,
          z,
          inverseOf(x, "a divisor"),
        );
      case sqrt.rule:
        return powerOf(f, x, { n: 1n, d: 2n }, z);
      case cbrt.rule:
        return powerOf(f, x, { n: 1n, d: 3n }, z);
    }
    return this.otherwise(f, operands, z);
  }

  private otherwise(f: Call, operands: readonly PowerSeries[], z: () => PowerSeries): Recurrence {
    const { rule } = f;
    const [x, y = x] = operands as [PowerSeries, PowerSeries?];
    const exponent = rule === pow.rule ? exactOf(f.operands[1]) : undefined;
    if (exponent !== undefined) return this.constantPower(f, x, exponent, z);
    const rewrite = rewriteOf(rule);
    if (rewrite !== undefined) return this.same(rewrite(f.operands[0]!, f.operands[1] ?? 0));
    if (rule.kind === "piecewise") return this.same(pieceAt(f, rule, this.of));
    if (rule.kind === "locallyConstant") return constantBetweenJumps(f, x);
    if (rule === atan2.rule) checkCut(x, y);
    if (rule === tan.rule) checkPole(x);
    return this.integrated(f, operands);
  }

  /** The series of another formula, which is equal. */
  private same(other: unknown): Recurrence {
    const series = this.of(formulaOf("series", other));
    return (k) => series.coefficient(k);
  }

  private constantPower(f: Call, x: PowerSeries, r: Rational, z: () => PowerSeries): Recurrence {
    const isWhole = r.d === 1n && r.n >= 0n;
    const isZero = x.coefficient(0).size === 0;
    if (!isWhole || (r.n > 64n && !isZero)) return powerOf(f, x, r, z);
    // xⁿ by repeated squaring: no division by x₀.
    let product: Formula = f.operands[0]!;
    for (const bit of r.n.toString(2).slice(1)) {
      product = formulaOf("series", square(product));
      if (bit === "1") product = formulaOf("series", mul(product, f.operands[0]!));
    }
    return this.same(r.n === 0n ? 1 : product);
  }

  /** f from f₀ and f′ = Σ ∂f/∂u·u′. */
  private integrated(f: Call, operands: readonly PowerSeries[]): Recurrence {
    const { rule, s } = f;
    const start = constantOf(f, operands);
    const [x, y = x] = f.operands as [Formula, Formula?];
    let partials: readonly PowerSeries[] | undefined;
    const partial = (i: number): Formula =>
      stated(
        (u, v, w) => {
          if (rule.kind === "unary") return rule.smooth!.partial(u, w, s);
          return rule.kind === "binary" ? rule.smooth!.partials[i]!(u, v, w, s) : 0;
        },
        [x, y, f],
      );
    return arithmetic.integral(start, (k) => {
      partials ??= operands.map((u, i) => (u.isConstant ? u : this.of(partial(i))));
      const moving = operands
        .map((u, i) => [u, partials![i]!] as const)
        .filter(([u]) => !u.isConstant);
      return arithmetic.combined(
        ...moving.map(([u, p]) => [one, arithmetic.slope(u, p, k)] as const),
      );
    });
  }
}

/** x^r by its recurrence. */
const powerOf = (f: Call, x: PowerSeries, r: Rational, z: () => PowerSeries): Recurrence =>
  arithmetic.power(
    x,
    r,
    z,
    constantOf(f, [x, ...f.operands.slice(1).map((e) => constantSeries(whole(e), undefined))]),
    inverseOf(x, `the base of ${f.rule.name}`),
  );
