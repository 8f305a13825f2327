import type { Check } from "./check.ts";
import { is, type Node, type Syntax } from "./host.ts";
import { insteadOfBinary, insteadOfUnary } from "./operators.ts";
import type { Types } from "./types.ts";

/** The visitors of the operators that convert their operands: on an element they throw. */
export function coercionVisitors(types: Types, check: Check) {
  const coerces = (operation: string, instead: string, at: Node, ...operands: Node[]): void => {
    check({ operation, harm: "coerces", instead }, at, operands.map(types.value));
  };
  return {
    "BinaryExpression:not([operator=/^([!=]==?|in|instanceof)$/])"(
      node: Syntax["BinaryExpression"],
    ): void {
      const { operator, left, right } = node;
      coerces(`a ${operator} b`, insteadOfBinary(operator), node, left, right);
    },

    'AssignmentExpression:not([operator="="], [operator=/[&][&]|[|][|]|[?]/])'(
      node: Syntax["AssignmentExpression"],
    ): void {
      const instead = `a = ${insteadOfBinary(node.operator.slice(0, -1))}`;
      coerces(`a ${node.operator} b`, instead, node, node.left, node.right);
    },

    "UnaryExpression, UpdateExpression"(
      node: Syntax["UnaryExpression"] | Syntax["UpdateExpression"],
    ): void {
      const { operator, argument } = node;
      const instead = insteadOfUnary(operator);
      const operation = is(node, "UpdateExpression") ? `a${operator}` : `${operator}a`;
      if (instead !== undefined) coerces(operation, instead, node, argument);
    },

    /** A tag receives the values as they are. */
    "TemplateLiteral:not(TaggedTemplateExpression > TemplateLiteral)"(
      node: Syntax["TemplateLiteral"],
    ): void {
      for (const part of node.expressions) coerces("`${a}`", "`${value(a)}`", part, part);
    },
  };
}
