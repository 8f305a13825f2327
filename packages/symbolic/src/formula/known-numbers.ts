import { div, log, neg, reciprocal, sqrt } from "@jacobian/core";
import type { Formula } from "./formula.ts";
import { call, constant, named } from "./make.ts";
import { erased } from "./rule.ts";

const pi = (): Formula => named("pi", Math.PI);
const logOf = (x: number): Formula => call(erased(log.rule), [constant(x)]);
const inverse = (x: Formula): Formula => call(erased(reciprocal.rule), [x]);
const root = (x: Formula): Formula => call(erased(sqrt.rule), [x]);
const quotient = (x: Formula, y: Formula): Formula => call(erased(div.rule), [x, y]);

/** What a number stands for that nobody writes as a decimal: those of `Math`, and what the rules of erf have. */
const irrational = (x: number): Formula | undefined => {
  if (x === Math.PI) return pi();
  if (x === Math.E) return named("e", Math.E);
  if (x === Math.LN2) return logOf(2);
  if (x === Math.LN10) return logOf(10);
  if (x === Math.LOG2E) return inverse(logOf(2));
  if (x === Math.LOG10E) return inverse(logOf(10));
  if (x === Math.SQRT2) return root(constant(2));
  if (x === Math.SQRT1_2) return inverse(root(constant(2)));
  if (x === 1.1283791670955126) return quotient(constant(2), root(pi()));
  return x === 0.886226925452758 ? quotient(root(pi()), constant(2)) : undefined;
};

/** The formula that a number of a program stands for: a multiple of π and its like, else a constant. */
export const numeral = (x: number): Formula => {
  // Whole numbers are none of them, and they are the many.
  if (Number.isSafeInteger(x)) return constant(x);
  const known = irrational(Math.abs(x));
  if (known === undefined) return constant(x);
  return x < 0 ? call(erased(neg.rule), [known]) : known;
};
