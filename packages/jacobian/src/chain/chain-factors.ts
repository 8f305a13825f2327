import { type MatrixValue, copied, describeShape } from "@jacobian/core";
import { matmul } from "@jacobian/linalg";
import { type Bracketed, type Bracketing, bracketingOf, printOrder } from "./bracketing.ts";
import { printedAsText } from "../printed.ts";

/** The Jacobians along a composition at a point, and their product J_k·…·J_1, the chain rule. */
export class ChainFactors<M extends MatrixValue, Y> {
  /** Multiplications of numbers that the product takes in forward, in reverse and in the cheapest order. */
  readonly multiplications: Omit<Bracketing, "order">;
  /** The cheapest order, such as "J3·(J2·J1)". */
  readonly bracketing: string;
  private readonly order: Bracketed;

  constructor(
    /** What the composition gives. */
    readonly value: Y,
    /** The input, what each function but the last gives: where each Jacobian is taken. */
    readonly points: readonly unknown[],
    /** J_1, …, J_k, in the order in which the functions are applied. */
    readonly jacobians: readonly M[],
  ) {
    const widths = [jacobians[0]?.cols ?? 0, ...jacobians.map(({ rows }) => rows)];
    const { order, ...multiplications } = bracketingOf(widths);
    this.multiplications = multiplications;
    this.order = order;
    this.bracketing = printOrder(order);
    printedAsText(this);
  }

  /** The Jacobian of the composition, multiplied in the cheapest order. */
  product(): M {
    const multiplied = (order: Bracketed): MatrixValue =>
      "factor" in order
        ? this.jacobians[order.factor - 1]!
        : matmul(multiplied(order.left), multiplied(order.right));
    // A product of plain matrices is one; the caller may write into it, also where it is the only factor.
    return copied(multiplied(this.order)) as M;
  }

  toString(): string {
    const { forward, reverse, optimal } = this.multiplications;
    const factors = this.jacobians.map((J, k) => `  J${k + 1}  ${describeShape(J.shape)}`);
    return [
      `J = ${this.bracketing}`,
      ...factors,
      `  multiplications: ${optimal} in this order, ${forward} forward, ${reverse} in reverse`,
    ].join("\n");
  }
}
