import { insteadOfTruth } from "./operators.ts";

/** What a function of the language does with an element that it is given. */
export type Harm = "coerces" | "identity" | "truth" | "notANumber";

interface Row {
  /** The name as TypeScript's library declares it. */
  readonly name: RegExp;
  readonly harm: Harm;
  /** What to write; $1 is the first group of the name. */
  readonly instead: string;
  /** Only the first argument matters, as in `map.set(key, anything)`. */
  readonly firstOnly?: true;
}

const rows: readonly Row[] = [
  { name: /^Boolean$/, harm: "truth", instead: insteadOfTruth, firstOnly: true },
  {
    name: /^Math\.(abs|acosh?|asinh?|atan2|atanh?|cbrt|ceil|cosh?|exp|expm1|floor|hypot|log|log10|log1p|log2|max|min|pow|round|sign|sinh?|sqrt|tanh?|trunc)$/,
    harm: "coerces",
    instead: "$1 of @jacobian/core",
  },
  { name: /^Math\.(\w+)$/, harm: "coerces", instead: "Math.$1(value(a))" },
  { name: /^(Number|parseFloat|parseInt)$/, harm: "coerces", instead: "value(a)" },
  { name: /^(isNaN|isFinite|String)$/, harm: "coerces", instead: "$1(value(a))" },
  {
    name: /^NumberConstructor\.(isNaN|isFinite|isInteger|isSafeInteger)$/,
    harm: "notANumber",
    instead: "Number.$1(value(a))",
  },
  { name: /^ObjectConstructor\.is$/, harm: "identity", instead: "eq(a, b)" },
  {
    name: /^\w*Array\.includes$/,
    harm: "identity",
    instead: "some((b) => eq(a, b))",
    firstOnly: true,
  },
  {
    name: /^\w*Array\.indexOf$/,
    harm: "identity",
    instead: "findIndex((b) => eq(a, b))",
    firstOnly: true,
  },
  {
    name: /^\w*Array\.lastIndexOf$/,
    harm: "identity",
    instead: "findLastIndex((b) => eq(a, b))",
    firstOnly: true,
  },
  {
    name: /^(?:Readonly)?(?:Map|Set)\.(?:add|delete|get|has|set)$/,
    harm: "identity",
    instead: "value(a) as the key",
    firstOnly: true,
  },
];

/** A function of the language that the rule knows, by the name its users write. */
export interface Builtin {
  readonly operation: string;
  readonly harm: Harm;
  readonly instead: string;
  readonly firstOnly: boolean;
}

/** The first row that fits decides. */
export function builtin(name: string): Builtin | undefined {
  const row = rows.find((candidate) => candidate.name.test(name));
  return (
    row && {
      operation: name.replace("Constructor.", "."),
      harm: row.harm,
      instead: name.replace(row.name, row.instead),
      firstOnly: row.firstOnly ?? false,
    }
  );
}

/** Methods that ask what their callback answers for its truth. */
export function asksItsCallback(name: string): boolean {
  return /^\w*Array\.(filter|find|findIndex|findLast|findLastIndex|some|every)$/.test(name);
}

/** Methods that call their first argument with the entries of the array. */
export function callsWithEntries(name: string): boolean {
  return asksItsCallback(name) || /^\w*Array\.(map|flatMap|forEach)$/.test(name);
}
