import { log } from "@jacobian/core";
import { Call } from "../formula/formula.ts";
import { minus, type Rational } from "../formula/rational.ts";
import { ruleOf } from "./rule-of.ts";
import { Factors } from "./product.ts";
import * as signs from "./sign.ts";
import type { Terms } from "./sum.ts";
import type { Term } from "./term.ts";

interface Group {
  readonly coefficient: Rational;
  readonly logarithms: { readonly argument: Term; readonly power: bigint; readonly body: Call }[];
}

/** c·log a + c·log b − c·log d = c·log(a·b/d), if a, b and d are positive. */
export const joinsLogarithms = (terms: Terms): boolean => {
  const { canon, coefficients } = terms;
  const groups = new Map<string, Group>();
  for (const [body, c] of coefficients) {
    if (c.n === 0n || !(body instanceof Call) || body.rule !== ruleOf(log)) continue;
    const argument = canon.read(body.operands[0]!);
    if (!signs.within(canon.signsOf(argument), signs.positive)) continue;
    const coefficient = c.n < 0n ? minus(c) : c;
    const key = `${coefficient.n}/${coefficient.d}`;
    const group: Group = groups.get(key) ?? { coefficient, logarithms: [] };
    group.logarithms.push({ argument, power: c.n < 0n ? -1n : 1n, body });
    groups.set(key, group);
  }
  let joined = false;
  for (const { coefficient, logarithms } of groups.values()) {
    if (logarithms.length < 2) continue;
    const product = new Factors(canon);
    const sign = logarithms.some(({ power }) => power > 0n) ? 1n : -1n;
    for (const { argument, power, body } of logarithms) {
      coefficients.delete(body);
      product.include(argument, power * sign);
    }
    const joint = canon.apply(ruleOf(log), [product.result()]);
    terms.add(joint, sign > 0n ? coefficient : minus(coefficient));
    joined = true;
  }
  return joined;
};
