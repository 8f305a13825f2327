import type { Check } from "./check.ts";
import { is, type Node, type Syntax, type Tested } from "./host.ts";
import { insteadOfTruth } from "./operators.ts";
import type { Types } from "./types.ts";

const statements: Readonly<Record<string, string>> = {
  IfStatement: "if (a)",
  WhileStatement: "while (a)",
  DoWhileStatement: "do … while (a)",
  ForStatement: "for (…; a; …)",
  ConditionalExpression: "a ? b : c",
};

const asksForTruth = (operator: string): boolean => /^(&&|\|\|)=?$/.test(operator);

/** Of `a && b` and `a || b` the last is what is tested here: the first was tested by the operator. */
function tested(node: Node): Node {
  return is(node, "LogicalExpression") && asksForTruth(node.operator) ? tested(node.right) : node;
}

/** The visitors of what asks a value for its truth. */
export function truthVisitors(types: Types, check: Check) {
  const truth = (operation: string, node: Node): void => {
    const at = tested(node);
    check({ operation, harm: "truth", instead: insteadOfTruth }, at, [types.value(at)]);
  };
  return {
    "LogicalExpression, AssignmentExpression"(
      node: Syntax["LogicalExpression"] | Syntax["AssignmentExpression"],
    ): void {
      if (asksForTruth(node.operator)) truth(`a ${node.operator} b`, node.left);
    },

    'UnaryExpression[operator="!"]'(node: Syntax["UnaryExpression"]): void {
      truth("!a", node.argument);
    },

    "IfStatement, WhileStatement, DoWhileStatement, ForStatement, ConditionalExpression"(
      node: Tested,
    ): void {
      if (node.test) truth(statements[node.type] ?? node.type, node.test);
    },
  };
}
