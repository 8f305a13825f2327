import type { Harm } from "./builtins.ts";
import type { Context, Node, TypedSource } from "./host.ts";
import { canBeElement, type Operand, type Types } from "./types.ts";

/** One message for each harm, and one where there are no types to judge by. */
export const messages: Readonly<Record<Harm | "untyped", string>> = {
  coerces:
    "{{operation}}: expected plain numbers, got {{operand}}, and an element throws here; use {{instead}}",
  identity:
    "{{operation}}: expected plain values, got {{operand}}, and an element is compared by identity; use {{instead}}",
  truth:
    "{{operation}}: expected a boolean, got {{operand}}, and an element is true even where it stands for 0; use {{instead}}",
  notANumber:
    "{{operation}}: expected a plain number, got {{operand}}, and an element is never one; use {{instead}}",
  untyped:
    "no-native-operators: expected a parser with type information, got one without it; set languageOptions.parserOptions.projectService for the parser of typescript-eslint, or switch the rule off for this file",
};

/** A native operation, what it does with an element, and what to write instead. */
interface Use {
  readonly operation: string;
  readonly harm: Harm;
  readonly instead: string;
}

/** Reports the operation at a node if one of its operands can be an element. */
export type Check = (use: Use, at: Node, operands: readonly Operand[]) => void;

/** Long operands are cut: the editor shows them anyway. */
function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

export function checker(context: Context, source: TypedSource, types: Types): Check {
  return ({ operation, harm, instead }, at, operands) => {
    for (const { node, type } of operands) {
      if (type === undefined || !canBeElement(type)) continue;
      const text = excerpt(source.text.slice(...source.getRange(node)));
      const operand = `${text} of type ${types.print(type)}`;
      context.report({ node: at, messageId: harm, data: { operation, operand, instead } });
      return;
    }
  };
}
