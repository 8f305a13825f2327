import { callVisitors } from "./calls.ts";
import { checker, messages } from "./check.ts";
import { coercionVisitors } from "./coercions.ts";
import { equalityVisitors } from "./equality.ts";
import type { Node, Rule } from "./host.ts";
import { truthVisitors } from "./truth.ts";
import { hasTypes, typesOf } from "./types.ts";

/**
 * Reports native operators on values that can be elements. Those that coerce throw at run time as
 * well; equality, truth and tests for a number do not, and would answer wrongly in silence.
 * The rule judges by types: without type information it says so, once in each file.
 */
export const noNativeOperators: Rule = {
  meta: {
    type: "problem",
    docs: { description: "disallow native operators on values that can be lifted numbers" },
    messages,
    schema: [],
  },
  create(context) {
    const source = context.sourceCode;
    if (!hasTypes(source)) {
      return {
        Program(node: Node): void {
          context.report({ node, messageId: "untyped" });
        },
      };
    }
    const types = typesOf(source.parserServices);
    const check = checker(context, source, types);
    return {
      ...coercionVisitors(types, check),
      ...equalityVisitors(types, check),
      ...truthVisitors(types, check),
      ...callVisitors(types, check),
    };
  },
};
