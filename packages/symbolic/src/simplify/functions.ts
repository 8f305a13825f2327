import type { Rule } from "../formula/rule.ts";
import type { Canon } from "./canon.ts";
import { exponentials } from "./exponential.ts";
import { inverseOf, parityOf, valueAtNumber } from "./elementary.ts";
import { kinks } from "./kinks.ts";
import { steps } from "./steps.ts";
import type { Term } from "./term.ts";
import { waves } from "./waves.ts";
import { conditions } from "./where.ts";

/** What a function of canonical operands is; undefined where nothing is known of it. */
export type Identity = (canon: Canon, operands: readonly Term[], s: unknown) => Term | undefined;

/** Identities by rule. */
export type Identities = readonly (readonly [Rule, Identity])[];

const rules: ReadonlyMap<Rule, Identity> = /*#__PURE__*/ (() =>
  new Map<Rule, Identity>([...exponentials, ...waves, ...kinks, ...steps, ...conditions]))();

/** The canonical form of a function of canonical operands. */
export const applied = (canon: Canon, rule: Rule, operands: readonly Term[], s: unknown): Term =>
  rules.get(rule)?.(canon, operands, s) ??
  inverseOf(canon, rule, operands) ??
  valueAtNumber(rule, operands) ??
  parityOf(canon, rule, operands) ??
  canon.call(rule, operands, s);
