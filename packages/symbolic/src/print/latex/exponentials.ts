import {
  cospi,
  exp,
  exp2,
  expm1,
  log10,
  log1p,
  log2,
  logaddexp,
  sinpi,
  xlogy,
} from "@jacobian/core";
import { lbeta, lgamma, polygamma } from "@jacobian/core/special";
import type { Rule } from "../../formula/rule.ts";
import { two } from "./arithmetic.ts";
import { binary, entry, type Setting, unary } from "./setting.ts";
import {
  applied,
  atomOf,
  between,
  listed,
  negated,
  one,
  product,
  raised,
  sum,
  type Tex,
} from "./tex.ts";

const pi = /*#__PURE__*/ atomOf("\\pi");

/** eˣ, but exp(x) for a tall x. */
const exponential = (x: Tex): Tex => (x.isTall ? listed("\\exp", x) : raised(atomOf("e"), x));

const ln = (x: Tex): Tex => applied("\\ln", x);

/** How functions are set that textbooks write by others. */
export const exponentials = (): readonly (readonly [Rule, Setting])[] => [
  entry(exp, unary(exponential)),
  entry(
    exp2,
    unary((x) => raised(two, x)),
  ),
  entry(
    expm1,
    unary((x) => sum(exponential(x), negated(one))),
  ),
  entry(
    log1p,
    unary((x) => ln(sum(one, x))),
  ),
  entry(
    log2,
    unary((x) => applied("\\log_{2}", x)),
  ),
  entry(
    log10,
    unary((x) => applied("\\log_{10}", x)),
  ),
];

/** How functions of two arguments and those of angles are set. */
export const compositions = (): readonly (readonly [Rule, Setting])[] => [
  entry(
    xlogy,
    binary((x, y) => product(x, ln(y))),
  ),
  entry(
    logaddexp,
    binary((x, y) => ln(sum(exponential(x), exponential(y)))),
  ),
  entry(
    sinpi,
    unary((x) => applied("\\sin", product(pi, x))),
  ),
  entry(
    cospi,
    unary((x) => applied("\\cos", product(pi, x))),
  ),
  entry(
    lgamma,
    unary((x) => ln(between("\\lvert ", listed("\\Gamma", x), "\\rvert"))),
  ),
  entry(
    lbeta,
    binary((x, y) => ln(listed("\\mathrm{B}", x, y))),
  ),
  entry(polygamma, ([x], n) =>
    listed(n === 1 ? "\\psi'" : n === 0 ? "\\psi" : `\\psi^{(${String(n)})}`, x!),
  ),
];
