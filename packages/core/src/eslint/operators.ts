/** What to write instead of a native operator. */

const binary: Readonly<Record<string, string>> = {
  "+": "add(a, b)",
  "-": "sub(a, b)",
  "*": "mul(a, b)",
  "/": "div(a, b)",
  "**": "pow(a, b)",
  "%": "mod(a, b), which takes the sign of b",
  "<": "lt(a, b)",
  "<=": "le(a, b)",
  ">": "gt(a, b)",
  ">=": "ge(a, b)",
  "==": "eq(a, b)",
  "===": "eq(a, b)",
  "!=": "!eq(a, b)",
  "!==": "!eq(a, b)",
};

const unary: Readonly<Record<string, string>> = {
  "-": "neg(a)",
  "+": "a itself, or value(a) for its number",
  "~": "~value(a)",
  "++": "a = add(a, 1)",
  "--": "a = sub(a, 1)",
};

/** Bits belong to a number, not to a differentiable value: what remains is to read it. */
export function insteadOfBinary(operator: string): string {
  return binary[operator] ?? `value(a) ${operator} value(b)`;
}

/** `undefined` where the operator converts nothing: typeof, void, delete. */
export function insteadOfUnary(operator: string): string | undefined {
  return unary[operator];
}

export const insteadOfTruth =
  "a comparison (lt, le, gt, ge, eq), where(…) to keep both branches, or !== undefined";
