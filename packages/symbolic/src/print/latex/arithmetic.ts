import {
  add,
  cbrt,
  div,
  hypot,
  mul,
  neg,
  pow,
  reciprocal,
  sqrt,
  square,
  sub,
} from "@jacobian/core";
import type { Rational } from "../../formula/rational.ts";
import type { Rule } from "../../formula/rule.ts";
import { binary, entry, type Setting, unary } from "./setting.ts";
import { numberTex } from "./symbols.ts";
import {
  atomOf,
  fraction,
  level,
  negated,
  one,
  product,
  raised,
  root,
  sum,
  type Tex,
} from "./tex.ts";

export const two = /*#__PURE__*/ atomOf("2", "digit");

const squared = (x: Tex): Tex => (x.text === "1" ? x : raised(x, two, true));

/** How arithmetic is set. */
export const arithmetic = (): readonly (readonly [Rule, Setting])[] => [
  entry(add, binary(sum)),
  entry(
    sub,
    binary((x, y) => sum(x, negated(y))),
  ),
  entry(mul, binary(product)),
  entry(div, binary(fraction)),
  entry(neg, unary(negated)),
  entry(
    reciprocal,
    unary((x) => fraction(one, x)),
  ),
  entry(square, unary(squared)),
  entry(
    pow,
    binary((x, y) => raised(x, y)),
  ),
  entry(
    sqrt,
    unary((x) => root(x)),
  ),
  entry(
    cbrt,
    unary((x) => root(x, "3")),
  ),
  entry(
    hypot,
    binary((x, y) => root(sum(squared(x), squared(y)))),
  ),
];

/** Roots of a higher order are powers: no book sets the millionth root. */
const highestRoot = 9n;

/** x to a power that is a number: a root, or a fraction below 0. */
export const powerTex = (x: Tex, exponent: Rational): Tex => {
  const { n, d } = exponent;
  if (n < 0n) return fraction(one, powerTex(x, { n: -n, d }));
  if (d === 1n) return n === 1n ? x : raised(x, numberTex(exponent), true);
  if (n === 1n && d <= highestRoot) return root(x, d === 2n ? undefined : String(d));
  return raised(x, { ...atomOf(`${n}/${d}`), level: level.product });
};
