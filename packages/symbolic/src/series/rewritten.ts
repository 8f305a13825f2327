import {
  add,
  cos,
  cospi,
  div,
  exp,
  exp2,
  floor,
  hypot,
  log,
  log10,
  log2,
  mod,
  mul,
  pow,
  sin,
  sinpi,
  sqrt,
  square,
  sub,
  type Value,
} from "@jacobian/core";
import { pi } from "../constants.ts";
import type { Rule } from "../formula/rule.ts";
import { constant } from "../formula/make.ts";

type Rewrite = (x: Value, y: Value) => Value;

/** Functions by others whose series have exact coefficients. */
const rewrites: ReadonlyMap<unknown, Rewrite> = /*#__PURE__*/ (() =>
  new Map<unknown, Rewrite>([
    [exp2.rule, (x) => exp(mul(x, log(constant(2))))],
    [log2.rule, (x) => div(log(x), log(constant(2)))],
    [log10.rule, (x) => div(log(x), log(constant(10)))],
    [sinpi.rule, (x) => sin(mul(pi, x))],
    [cospi.rule, (x) => cos(mul(pi, x))],
    [hypot.rule, (x, y) => sqrt(add(square(x), square(y)))],
    [mod.rule, (x, y) => sub(x, mul(y, floor(div(x, y))))],
    [pow.rule, (x, y) => exp(mul(y, log(x)))],
  ]))();

/** How a function is written by others, if it is. */
export const rewriteOf = (rule: Rule): Rewrite | undefined => rewrites.get(rule);
