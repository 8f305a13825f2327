import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const printed = resolve(import.meta.dirname, "../../../../packages/symbolic/docs/derivatives.md");

/** The tables that `symbolic` prints from the rules, with formulas as these pages write them. */
export const derivativeTable = (): string => {
  const text = readFileSync(printed, "utf8");
  return text
    .slice(text.indexOf("\n## ") + 1)
    .replaceAll("$`", "$")
    .replaceAll("`$", "$");
};
