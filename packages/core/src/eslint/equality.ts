import type { Check } from "./check.ts";
import { is, type Node, type Syntax } from "./host.ts";
import { insteadOfBinary } from "./operators.ts";
import type { Types } from "./types.ts";

/**
 * Whether comparing with this expression asks for the kind of a value and not for its size:
 * `x === undefined`, `x == null`, `mode === "auto"`. (A loose comparison with a text converts.)
 */
function asksForKind(node: Node, loose: boolean): boolean {
  if (is(node, "Identifier")) return node.name === "undefined";
  if (!is(node, "Literal")) return false;
  return node.value === null || (!loose && /^(string|boolean)$/.test(typeof node.value));
}

/** The visitors of what compares two values by identity: `===` and its kin, and `switch`. */
export function equalityVisitors(types: Types, check: Check) {
  const compare = (operation: string, instead: string, at: Node, operands: Node[]): void => {
    check({ operation, harm: "identity", instead }, at, operands.map(types.value));
  };
  return {
    "BinaryExpression[operator=/^[!=]==?$/]"(node: Syntax["BinaryExpression"]): void {
      const { operator, left, right } = node;
      const loose = operator.length === 2;
      if (asksForKind(left, loose) || asksForKind(right, loose)) return;
      compare(`a ${operator} b`, insteadOfBinary(operator), node, [left, right]);
    },

    /** `switch` compares as `===` does, with each case. */
    SwitchStatement({ discriminant, cases }: Syntax["SwitchStatement"]): void {
      const tests = cases.flatMap(({ test }) => (test && !asksForKind(test, false) ? [test] : []));
      if (tests.length === 0) return;
      compare("switch (a)", "if (eq(a, b))", discriminant, [discriminant, ...tests]);
    },
  };
}
