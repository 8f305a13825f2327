/** A chain of matrices J_k·…·J_1, bracketed: one of them, or the product of two parts. */
export type Bracketed =
  { readonly factor: number } | { readonly left: Bracketed; readonly right: Bracketed };

/** How a chain may be multiplied, and what that costs in multiplications of numbers. */
export interface Bracketing {
  /** From the input on, as forward mode does: J3·(J2·J1). */
  readonly forward: number;
  /** From the output back, as reverse mode does: (J3·J2)·J1. */
  readonly reverse: number;
  /** The least of all bracketings. */
  readonly optimal: number;
  /** One that costs the least. */
  readonly order: Bracketed;
}

interface Best {
  readonly cost: number;
  readonly order: Bracketed;
}

/** Multiplications for (rows × inner)·(inner × cols), each of `widths` by its place. */
const product = (widths: readonly number[], row: number, inner: number, col: number): number =>
  widths[row]! * widths[inner]! * widths[col]!;

/**
 * The cheapest bracketing of J_k·…·J_1, where J_i has the shape widths[i] × widths[i − 1], by dynamic programming over
 * the parts J_j·…·J_i (Godbole 1973): k³/6 comparisons.
 */
const cheapest = (widths: readonly number[]): Best => {
  const k = widths.length - 1;
  // best[i][j] is that of J_j·…·J_i, counted from 1.
  const best: Best[][] = widths.map((_, i) =>
    widths.map((): Best => ({ cost: 0, order: { factor: i } })),
  );
  for (let length = 2; length <= k; length++) {
    for (let i = 1; i + length - 1 <= k; i++) {
      const j = i + length - 1;
      let least: Best | undefined;
      for (let split = i; split < j; split++) {
        const [right, left] = [best[i]![split]!, best[split + 1]![j]!];
        const cost = left.cost + right.cost + product(widths, j, split, i - 1);
        if (least !== undefined && least.cost <= cost) continue;
        least = { cost, order: { left: left.order, right: right.order } };
      }
      best[i]![j] = least!;
    }
  }
  return best[1]![k]!;
};

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/**
 * What the orders of a chain cost: `widths` are the entries of the input, of what each factor gives, and of the output.
 */
export const bracketingOf = (widths: readonly number[]): Bracketing => {
  const k = widths.length - 1;
  const inner = Array.from({ length: Math.max(0, k - 1) }, (_, s) => s + 1);
  const { cost, order } = cheapest(widths);
  return {
    forward: sum(inner.map((s) => product(widths, s + 1, s, 0))),
    reverse: sum(inner.map((s) => product(widths, k, s, s - 1))),
    optimal: cost,
    order,
  };
};

/** "J3·(J2·J1)" */
export const printOrder = (order: Bracketed): string => {
  if ("factor" in order) return `J${order.factor}`;
  const part = (x: Bracketed): string => ("factor" in x ? printOrder(x) : `(${printOrder(x)})`);
  return `${part(order.left)}·${part(order.right)}`;
};
