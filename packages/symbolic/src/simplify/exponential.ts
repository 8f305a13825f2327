import { cbrt, exp, log, logaddexp, pow, sqrt, xlogy } from "@jacobian/core";
import { e } from "../constants.ts";
import { Call } from "../formula/formula.ts";
import type { Rational } from "../formula/rational.ts";
import type { Canon } from "./canon.ts";
import { ruleOf } from "./rule-of.ts";
import type { Identities } from "./functions.ts";
import { powerOf } from "./power.ts";
import { Factors, productOf } from "./product.ts";
import * as signs from "./sign.ts";
import { multiplied } from "./spread.ts";
import { negated, sumOf, Terms } from "./sum.ts";
import {
  bodyTerm,
  type Factor,
  is,
  isNumber,
  isValue,
  minusOne,
  numberTerm,
  numeric,
  one,
  type Term,
  zeroTerm,
} from "./term.ts";

const half = /*#__PURE__*/ numberTerm({ n: 1n, d: 2n });
const third = /*#__PURE__*/ numberTerm({ n: 1n, d: 3n });

const isLogarithm = ({ base, exponent }: Factor): boolean =>
  base instanceof Call && base.rule === ruleOf(log) && isValue(exponent, 1n);

/** y^x, if the term is x·log y. */
const powerFromLogarithm = (canon: Canon, { coefficient, body }: Term): Term | undefined => {
  const [found, ...more] = canon.factorsOf(body).filter(isLogarithm);
  if (found === undefined || more.length > 0) return undefined;
  const exponent = new Factors(canon);
  exponent.include({ coefficient, body }, 1n);
  exponent.multiply(found.base, numberTerm({ n: -1n, d: 1n }));
  return powerOf(canon, canon.read(found.base.operands[0]!), exponent.result());
};

/** e^(x·log y + z) = y^x·e^z */
const exponential = (canon: Canon, x: Term): Term => {
  const rest = new Terms(canon);
  const powers: Term[] = [];
  const terms = canon.termsOf(x.body);
  for (const term of terms === undefined ? [x] : multiplied(x.coefficient, terms)) {
    const power = powerFromLogarithm(canon, term);
    if (power === undefined) rest.add(term, one);
    else powers.push(power);
  }
  if (powers.length === 0) return powerOf(canon, bodyTerm(e), x);
  return productOf(canon, ...powers, powerOf(canon, bodyTerm(e), rest.result()));
};

/** Whether log(y^q) is q·log y wherever it has a value: not for y < 0 and an even q, nor for 0^0 = 1. */
const comesDown = (y: signs.Signs, q: Rational | undefined): boolean => {
  if (q === undefined) return signs.within(y, signs.positive);
  return q.d !== 1n || q.n % 2n !== 0n || signs.within(y, signs.nonnegative);
};

/** log(y^q) = q·log y, for an odd q or where y is positive. */
const logarithmOfPower = (canon: Canon, { base, exponent }: Factor): Term | undefined => {
  const q = numeric(exponent);
  if (q !== undefined && is(q, 1n)) return undefined;
  if (!comesDown(canon.signsOf(canon.read(base)), q)) return undefined;
  return productOf(canon, exponent, canon.apply(ruleOf(log), [canon.read(base)]));
};

/** log(e^x·y) = x + log y, log(2/y) = −log(y/2): the first factor stands above the bar. */
const logarithm = (canon: Canon, x: Term): Term | undefined => {
  if (isValue(x, 1n)) return zeroTerm;
  const factors = canon.factorsOf(x.body);
  const power = factors.find(({ base }) => base === e);
  if (power !== undefined) {
    const rest = new Factors(canon);
    rest.include(x, 1n);
    rest.exponents.delete(e);
    return sumOf(canon, power.exponent, canon.apply(ruleOf(log), [rest.result()]));
  }
  const [only] = factors;
  const single = only !== undefined && factors.length === 1 && is(x.coefficient, 1n);
  if (!single && only !== undefined && (numeric(only.exponent)?.n ?? 1n) < 0n) {
    return negated(canon.apply(ruleOf(log), [powerOf(canon, x, numberTerm(minusOne))]));
  }
  if (single) return logarithmOfPower(canon, only);
  const reciprocal = isNumber(x) && x.coefficient.n === 1n && x.coefficient.d !== 1n;
  if (!reciprocal) return undefined;
  const inverse = canon.call(ruleOf(log), [numberTerm({ n: x.coefficient.d, d: 1n })]);
  return { ...inverse, coefficient: { n: -1n, d: 1n } };
};

/** Powers, roots, exponentials and logarithms. */
export const exponentials: Identities = /*#__PURE__*/ [
  [/*#__PURE__*/ ruleOf(sqrt), (canon, [x]) => powerOf(canon, x!, half)],
  [
    /*#__PURE__*/ ruleOf(cbrt),
    (canon, [x]) =>
      signs.within(canon.signsOf(x!), signs.nonnegative) ? powerOf(canon, x!, third) : undefined,
  ],
  [
    /*#__PURE__*/ ruleOf(pow),
    (canon, [x, y]) =>
      x!.body === e && is(x!.coefficient, 1n) ? exponential(canon, y!) : powerOf(canon, x!, y!),
  ],
  [/*#__PURE__*/ ruleOf(exp), (canon, [x]) => exponential(canon, x!)],
  [/*#__PURE__*/ ruleOf(log), (canon, [x]) => logarithm(canon, x!)],
  [
    /*#__PURE__*/ ruleOf(logaddexp),
    (canon, operands) => canon.call(ruleOf(logaddexp), canon.sorted(operands)),
  ],
  [
    /*#__PURE__*/ ruleOf(xlogy),
    (canon, [x, y]) => {
      if (isValue(x!, 0n) || isValue(y!, 1n)) return zeroTerm;
      return isValue(x!, 1n) ? canon.apply(ruleOf(log), [y!]) : undefined;
    },
  ],
];
