import { neg, pow, square } from "@jacobian/core";
import { Call, type Formula } from "../formula/formula.ts";
import { exponentOf, isAdditive, isMultiplicative } from "./region.ts";

/** A term of the sums above, a factor of the products above, an operand of something else: bits. */
const [inSum, inProduct, elsewhere] = [1, 2, 4] as const;

interface Node {
  roles: number;
  uses: number;
  /** How many ways lead down through sums, or the largest exponent through products, as a logarithm. */
  size: number;
}

/** Beyond these a sum or product of sums or products is not seen as one: numbers would have no end of digits. */
const largestSum = 1000;
const largestProduct = 30;

const isNeg = (formula: Formula): boolean => formula instanceof Call && formula.rule === neg.rule;

const joined = (a: number, b: number): number =>
  Math.max(a, b) + Math.log2(1 + 2 ** -Math.abs(a - b));

/** Which operations of a graph are parts of a longer sum or product, and which stand for themselves. */
export class Plan {
  private readonly nodes = new Map<Formula, Node>();

  constructor(
    private readonly graph: readonly Formula[],
    outputs: readonly Formula[],
    /** Parts may also be used elsewhere. */
    private readonly flatten: boolean,
  ) {
    for (const formula of graph) {
      this.nodes.set(formula, { roles: 0, uses: 0, size: this.sizeOf(formula) });
    }
    for (const output of outputs) this.use(output, elsewhere);
    for (let k = graph.length - 1; k >= 0; k--) this.useOperands(this.graph[k]!);
  }

  private sizeOf(formula: Formula): number {
    const [x, y] = formula.operands;
    if (x === undefined || !(formula instanceof Call)) return 0;
    const [a, b] = [this.within(formula, x), y === undefined ? undefined : this.within(formula, y)];
    if (isMultiplicative(formula)) {
      if (formula.rule === square.rule) return a + 1;
      if (formula.rule === pow.rule) return a + Math.log2(Math.abs(Number(exponentOf(formula, 0))));
    } else if (!isAdditive(formula)) return 0;
    return b === undefined ? a : joined(a, b);
  }

  private within(parent: Formula, x: Formula): number {
    const alike =
      isNeg(x) || isNeg(parent) || isAdditive(x) === isAdditive(parent)
        ? this.nodes.get(x)!.size
        : 0;
    return alike;
  }

  private use(formula: Formula, role: number): void {
    const node = this.nodes.get(formula)!;
    node.roles |= role;
    node.uses++;
  }

  private useOperands(formula: Formula): void {
    const role = this.roleBelow(formula);
    formula.operands.forEach((operand, k) => {
      const again = formula.operands.indexOf(operand) < k;
      const exponent =
        role === inProduct && formula instanceof Call && exponentOf(formula, k) === undefined;
      if (!again || exponent) this.use(operand, exponent ? elsewhere : role);
    });
  }

  /** Negation is part of a sum or of a product, as what stands above; for itself it is read as a sum. */
  private roleBelow(formula: Formula): number {
    if (isNeg(formula)) {
      const { roles } = this.nodes.get(formula)!;
      const factors = roles & inProduct && this.entersProduct(formula) ? inProduct : 0;
      return this.isPart(formula) && factors === roles ? factors : factors | inSum;
    }
    if (isAdditive(formula)) return inSum;
    return isMultiplicative(formula) ? inProduct : elsewhere;
  }

  isShared(formula: Formula): boolean {
    return this.nodes.get(formula)!.uses > 1;
  }

  /** Whether a sum goes on into this term. */
  readonly entersSum = (formula: Formula): formula is Call =>
    formula instanceof Call && isAdditive(formula) && this.enters(formula, largestSum);

  /** Whether a product goes on into this factor. */
  readonly entersProduct = (formula: Formula): formula is Call =>
    formula instanceof Call &&
    (isNeg(formula) || isMultiplicative(formula)) &&
    this.enters(formula, largestProduct);

  private enters(formula: Formula, largest: number): boolean {
    const node = this.nodes.get(formula)!;
    return node.size <= largest && (this.flatten || node.uses === 1);
  }

  /** Whether it is nothing but a part of longer sums or products. */
  isPart(formula: Formula): boolean {
    const { roles } = this.nodes.get(formula)!;
    if (roles === inSum) return this.entersSum(formula);
    return roles === inProduct && this.entersProduct(formula);
  }
}
