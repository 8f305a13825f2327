import { cos, cosh, sin, sinh, tan, tanh } from "@jacobian/core";
import { Call, type Formula } from "../formula/formula.ts";
import { times } from "../formula/rational.ts";
import type { Rule } from "../formula/rule.ts";
import { ruleOf } from "./rule-of.ts";
import type { Factors } from "./product.ts";
import { is, numberTerm, whole } from "./term.ts";

/** s/c = t, and 2·s·c is s of twice the argument. */
type Family = readonly [s: Rule, c: Rule, t: Rule];

const circular: Family = /*#__PURE__*/ [
  /*#__PURE__*/ ruleOf(sin),
  /*#__PURE__*/ ruleOf(cos),
  /*#__PURE__*/ ruleOf(tan),
];
const hyperbolic: Family = /*#__PURE__*/ [
  /*#__PURE__*/ ruleOf(sinh),
  /*#__PURE__*/ ruleOf(cosh),
  /*#__PURE__*/ ruleOf(tanh),
];

const familyOf: ReadonlyMap<Rule, Family> = /*#__PURE__*/ new Map(
  /*#__PURE__*/ [circular, hyperbolic].flatMap((family) =>
    family.map((rule) => [rule, family] as const),
  ),
);

/** The power of t in s^m·c^n: as large as may be where one stands above the bar and one below. */
const tangentPower = (m: bigint, n: bigint): bigint => {
  if (m > 0n === n > 0n || m === 0n || n === 0n) return 0n;
  if (m > 0n) return m < -n ? m : -n;
  return -m < n ? m : -n;
};

const joinsAngle = (factors: Factors, family: Family, argument: Formula): boolean => {
  const { canon, exponents } = factors;
  const bases = family.map((rule) => canon.call(rule, [canon.read(argument)]).body);
  const powers = bases.map((base) => factors.of(base));
  if (powers.some((power) => power?.d !== 1n)) return false;
  const [s = 0n, c = 0n, t = 0n] = powers.map((power) => power!.n);
  if (s === 1n && c === 1n && t === 0n && is(times(factors.coefficient, factors.coefficient), 4n)) {
    for (const base of bases) exponents.delete(base);
    factors.coefficient = { n: factors.coefficient.n / 2n, d: 1n };
    const { coefficient, body } = canon.read(argument);
    const doubled = { coefficient: times(coefficient, whole(2)), body };
    factors.include(canon.apply(family[0], [doubled]), 1n);
    return true;
  }
  const tangent = tangentPower(s + t, c - t);
  if (tangent === t) return false;
  bases.forEach((base, k) => {
    exponents.delete(base);
    const power = [s + t - tangent, c - t + tangent, tangent][k]!;
    if (power !== 0n) factors.multiply(base, numberTerm(whole(power)));
  });
  return true;
};

/** sin/cos = tan, tan·cos = sin, 2·sin·cos = sin(2x), and their hyperbolic sisters. */
export const joinsAngles = (factors: Factors): boolean => {
  let joined = false;
  for (const base of [...factors.exponents.keys()]) {
    const family = base instanceof Call ? familyOf.get(base.rule) : undefined;
    if (family === undefined || !factors.exponents.has(base)) continue;
    if (joinsAngle(factors, family, base.operands[0]!)) joined = true;
  }
  return joined;
};
