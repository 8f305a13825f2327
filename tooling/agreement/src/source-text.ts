import { Matrix } from "@jacobian/core";

const list = (items: readonly string[]): string => `[${items.join(", ")}]`;

const rowsOf = ({ rows, cols, data }: Matrix): string[] =>
  Array.from({ length: rows }, (_, i) =>
    list(Array.from(data.subarray(i * cols, (i + 1) * cols), String)),
  );

/** Source text of a plain value or of a static argument; a function is named. */
export const literal = (x: unknown): string => {
  if (x instanceof Matrix) return `matrix(${list(rowsOf(x))})`;
  if (x instanceof Float64Array) return `Float64Array.of(${Array.from(x).join(", ")})`;
  if (Array.isArray(x)) return list(x.map(literal));
  if (typeof x === "function") return "rule" in x ? nameOfRule(x) : x.name;
  if (typeof x === "object" && x !== null) {
    const entries = Object.entries(x).map(([key, part]) => `${key}: ${literal(part)}`);
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  }
  return typeof x === "string" ? JSON.stringify(x) : String(x);
};

/** Source text of a call; a static argument comes last. */
export const call = (name: string, operands: readonly string[], statics?: unknown): string =>
  `${name}(${[...operands, ...(statics === undefined ? [] : [literal(statics)])].join(", ")})`;

const nameOfRule = ({ rule }: { readonly rule: unknown }): string =>
  typeof rule === "object" && rule !== null && "name" in rule ? String(rule.name) : "a rule";
