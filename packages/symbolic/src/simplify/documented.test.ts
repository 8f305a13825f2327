import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluateSlowly } from "../../test-support/evaluate.ts";
import { type Formula, parse, simplify, symbols, toText } from "../index.ts";

const variables: readonly Formula[] = [
  ...symbols("x y z"),
  ...symbols("p q", { positive: true }),
  ...symbols("m", { nonnegative: true }),
  ...symbols("k", { negative: true }),
  ...symbols("n", { integer: true }),
];

/** Values of x, y, z, p, q, m, k, n that keep what is assumed of them. */
const points = [
  [0.7, -1.3, 0.4, 1.1, 0.6, 0, -2, 3],
  [-0.35, 0.81, -2.3, 0.05, 3.1, 1.2, -0.4, -7],
  [1.9, 2.6, 0.9, 2.6, 0.8, 0.3, -1.1, 0],
  [-1.2, -0.45, 1.4, 0.9, 2.2, 2, -3.3, 12],
].map((values) => new Map(variables.map((variable, k) => [variable, values[k]!])));

const text = readFileSync(new URL("../../docs/simplification.md", import.meta.url), "utf8");
const rows = [...text.matchAll(/^\| `(.+?)` +\| `(.+?)` +\| (.*?) *\|$/gm)].map(
  ([, given = "", simple = "", where = ""]) => [given, simple, where] as const,
);

const read = (given: string): Formula => parse(given, { variables }) as Formula;

test("the tables have been found", () => {
  expect(rows.length).toBeGreaterThan(100);
});

test.each(rows)("%s is %s", (given, simple) => {
  const formula = read(given);
  const result = simplify(formula);
  expect(toText(result)).toBe(simple);
  expect(simplify(read(simple))).toBe(result);
  let compared = 0;
  for (const at of points) {
    const { value, defined } = evaluateSlowly(formula, at);
    if (!defined) continue;
    expect(evaluateSlowly(result, at).value).toBeCloseTo(value, 10);
    compared++;
  }
  // Inverse functions of 1 to ∞ have a value at one of the points at least.
  expect(compared).toBeGreaterThan(0);
});

test.each(rows.filter(([, , where]) => /^`. *`/.test(where)))(
  "%s needs what is assumed of its variables",
  (given, simple) => {
    const unknown = parse(given) as Formula;
    expect(toText(simplify(unknown))).not.toBe(simple);
  },
);
