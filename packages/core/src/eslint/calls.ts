import { asksItsCallback, builtin, callsWithEntries } from "./builtins.ts";
import type { Check } from "./check.ts";
import { is, type Syntax } from "./host.ts";
import { insteadOfTruth } from "./operators.ts";
import type { Types } from "./types.ts";

type Call = Syntax["CallExpression"];

/** `Math.sin(x)`, `Number.isNaN(x)`, `xs.includes(x)`, `keys.has(x)`. */
function checkArguments(call: Call, name: string, types: Types, check: Check): void {
  const use = builtin(name);
  if (use === undefined) return;
  const operands = use.firstOnly ? call.arguments.slice(0, 1) : call.arguments;
  check(use, call, operands.map(types.value));
}

/** `xs.filter(Boolean)`, `xs.map(Math.sin)`, `xs.some((x) => x)`. */
function checkCallback(call: Call, name: string, types: Types, check: Check): void {
  const [callback] = call.arguments;
  if (callback === undefined || !is(call.callee, "MemberExpression")) return;
  const use = builtin(types.libraryName(callback) ?? "");
  if (use !== undefined && callsWithEntries(name)) {
    check(use, callback, [types.entry(call.callee.object)]);
  } else if (asksItsCallback(name)) {
    const truth = { operation: name, harm: "truth", instead: insteadOfTruth } as const;
    check(truth, callback, [types.answer(callback)]);
  }
}

/** The visitors of calls to functions of the language. */
export function callVisitors(types: Types, check: Check) {
  return {
    CallExpression(call: Call): void {
      const name = types.libraryName(call.callee);
      if (name === undefined) return;
      checkArguments(call, name, types, check);
      checkCallback(call, name, types, check);
    },

    /** A number is a key by its value, an element by its identity. */
    NewExpression(node: Syntax["NewExpression"]): void {
      const name = types.libraryName(node.callee);
      if (name !== "Map" && name !== "Set") return;
      const operation = `new ${name}`;
      const keyed = { operation, harm: "identity", instead: "value(a) as the key" } as const;
      check(keyed, node, [types.key(node)]);
    },
  };
}
