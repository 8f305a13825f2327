import { Call, type Formula } from "../formula/formula.ts";
import { graphOf } from "../formula/graph.ts";
import { type Differential, differentialOf, type Partials } from "./differential.ts";

/** How formulas depend on some that count as variables. */
export class Dependence {
  private readonly known = new Map<Formula, Differential>();
  private readonly varying: Set<Formula>;
  /** What depends on them, operands first. */
  readonly graph: readonly Formula[];

  constructor(
    outputs: readonly Formula[],
    readonly on: ReadonlySet<Formula>,
    private readonly partials: Partials,
  ) {
    const varying = new Set(on);
    this.graph = graphOf(outputs, on).filter((f) => {
      if (f.operands.some((operand) => varying.has(operand))) varying.add(f);
      return varying.has(f);
    });
    this.varying = varying;
  }

  /** Whether a formula depends on them. */
  readonly varies = (f: Formula): boolean => this.varying.has(f);

  /** The differential of a formula that does; none of one that counts as a variable itself. */
  differential(f: Formula): Differential {
    let d = this.known.get(f);
    if (d === undefined) {
      const isVariable = this.on.has(f) || !(f instanceof Call);
      d = isVariable ? [] : differentialOf(f, this.varies, this.partials);
      this.known.set(f, d);
    }
    return d;
  }
}
