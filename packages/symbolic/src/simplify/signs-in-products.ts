import { abs, sign } from "@jacobian/core";
import { Call, type Formula } from "../formula/formula.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import type { Factors } from "./product.ts";
import { bodyTerm, numberTerm, whole } from "./term.ts";

const isOdd = (k: bigint): boolean => k % 2n !== 0n;

const call = (canon: Canon, primitive: { readonly rule: unknown }, x: Formula): Formula =>
  canon.call(ruleOf(primitive), [bodyTerm(x)]).body;

/** Replaces powers of x, |x| and sign x by others. */
const replace = (factors: Factors, x: Formula, powers: readonly [bigint, bigint, bigint]): true => {
  const { canon, exponents } = factors;
  [x, call(canon, abs, x), call(canon, sign, x)].forEach((base, k) => {
    exponents.delete(base);
    if (powers[k] !== 0n) factors.multiply(base, numberTerm(whole(powers[k]!)));
  });
  return true;
};

/** x·sign x = |x|, |x|·sign x = x, x²/|x| = |x|, x/|x| = sign x: the hole at 0 is filled. */
const joinsSign = (factors: Factors, x: Formula): boolean => {
  const { canon } = factors;
  const powers = [x, call(canon, abs, x), call(canon, sign, x)].map((base) => factors.of(base));
  if (powers.some((power) => power?.d !== 1n)) return false;
  const [a = 0n, b = 0n, s = 0n] = powers.map((power) => power!.n);
  if (s === 1n && isOdd(a) && b === 0n) return replace(factors, x, [0n, a, 0n]);
  if (s === 1n && isOdd(b) && a === 0n) return replace(factors, x, [b, 0n, 0n]);
  if (!isOdd(b) || a === 0n || s !== 0n) return false;
  if (!isOdd(a)) return replace(factors, x, [0n, a + b, 0n]);
  return a + b === 0n && replace(factors, x, [0n, 0n, 1n]);
};

export const joinsSigns = (factors: Factors): boolean => {
  let joined = false;
  for (const base of [...factors.exponents.keys()]) {
    if (!(base instanceof Call) || !factors.exponents.has(base)) continue;
    if (base.rule !== ruleOf(abs) && base.rule !== ruleOf(sign)) continue;
    const term = factors.canon.read(base.operands[0]!);
    if (term.body === base.operands[0] && joinsSign(factors, term.body)) joined = true;
  }
  return joined;
};
