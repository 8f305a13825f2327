import { asin, asinh, atan, atanh, sin, sinh, tan, tanh } from "@jacobian/core";
import { Call, type Formula } from "../formula/formula.ts";
import { call } from "../formula/make.ts";
import { minus } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { bodyTerm, type Factor, numeric } from "./term.ts";

/** f(−x) = −f(x) */
export const oddRules: ReadonlySet<unknown> = /*#__PURE__*/ (() =>
  new Set([
    asin.rule,
    asinh.rule,
    atan.rule,
    atanh.rule,
    sin.rule,
    sinh.rule,
    tan.rule,
    tanh.rule,
  ]))();

/** The base with the opposite sign, if that costs nothing: x − y as y − x, sin(x − y) as sin(y − x). */
const opposite = (canon: Canon, base: Formula): Formula | undefined => {
  if (canon.termsOf(base) !== undefined) {
    return canon.formula({ ...bodyTerm(base), coefficient: { n: -1n, d: 1n } });
  }
  if (!(base instanceof Call) || !oddRules.has(base.rule)) return undefined;
  const argument = canon.read(base.operands[0]!);
  const gain =
    canon.termsOf(argument.body) !== undefined || argument.coefficient.n !== argument.coefficient.d;
  if (!gain) return undefined;
  const turned = canon.formula({ body: argument.body, coefficient: minus(argument.coefficient) });
  return call(base.rule, [turned]);
};

/** Whether a minus sign can be taken up by a factor. */
export const isFlippable = (canon: Canon, { base, exponent }: Factor): boolean => {
  const q = numeric(exponent);
  return q?.d === 1n && q.n % 2n !== 0n && opposite(canon, base) !== undefined;
};

/** The factors with the sign of the first flippable one changed. */
export const flipped = (canon: Canon, factors: readonly Factor[]): readonly Factor[] => {
  const at = factors.findIndex((factor) => isFlippable(canon, factor));
  return factors.map((factor, k) =>
    k === at ? { ...factor, base: opposite(canon, factor.base)! } : factor,
  );
};
