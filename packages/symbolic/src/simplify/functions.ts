import { cbrt, exp, pow, sqrt } from "@jacobian/core";
import { e } from "../constants.ts";
import type { Call } from "../formula/formula.ts";
import type { Rule } from "../formula/rule.ts";
import { type Canon, ruleOf } from "./canon.ts";
import { powerOf } from "./power.ts";
import * as signs from "./sign.ts";
import { bodyTerm, numberTerm, type Term } from "./term.ts";

/** What a function of canonical operands is; undefined where nothing is known of it. */
type Identity = (canon: Canon, operands: readonly Term[], formula: Call) => Term | undefined;

const half = /*#__PURE__*/ numberTerm({ n: 1n, d: 2n });
const third = /*#__PURE__*/ numberTerm({ n: 1n, d: 3n });

const rules: ReadonlyMap<Rule, Identity> = /*#__PURE__*/ new Map<Rule, Identity>([
  [/*#__PURE__*/ ruleOf(sqrt), (canon, [x]) => powerOf(canon, x!, half)],
  [
    /*#__PURE__*/ ruleOf(cbrt),
    (canon, [x]) =>
      signs.within(canon.signsOf(x!), signs.nonnegative) ? powerOf(canon, x!, third) : undefined,
  ],
  [/*#__PURE__*/ ruleOf(pow), (canon, [x, y]) => powerOf(canon, x!, y!)],
  [/*#__PURE__*/ ruleOf(exp), (canon, [x]) => powerOf(canon, bodyTerm(e), x!)],
]);

/** The canonical form of a function of canonical operands. */
export const applied = (canon: Canon, formula: Call, operands: readonly Term[]): Term =>
  rules.get(formula.rule)?.(canon, operands, formula) ??
  canon.call(formula.rule, operands, formula.s);

