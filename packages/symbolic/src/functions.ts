import {
  abs,
  acos,
  acosh,
  add,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cbrt,
  ceil,
  clamp,
  cos,
  cosh,
  cospi,
  div,
  exp,
  exp2,
  expm1,
  floor,
  hypot,
  leakyRelu,
  log,
  log10,
  log1p,
  log2,
  logaddexp,
  logit,
  max,
  min,
  mod,
  mul,
  neg,
  pow,
  reciprocal,
  relu,
  round,
  scale,
  sigmoid,
  sign,
  sin,
  sinh,
  sinpi,
  softplus,
  sqrt,
  square,
  step,
  stopGradient,
  sub,
  tan,
  tanh,
  trunc,
  type Value,
  xlogy,
} from "@jacobian/core";
import {
  beta,
  digamma,
  erf,
  erfc,
  erfinv,
  lbeta,
  lgamma,
  polygamma,
  trigamma,
} from "@jacobian/core/special";
import type { Rule } from "./formula/rule.ts";

/** A function by name: any of formulas, or a primitive, which may take static arguments too. */
export type NamedFunction = ((...args: never[]) => Value) & { readonly rule?: unknown };

/** What a text may call, in the order in which it takes its arguments. */
export interface Signature {
  readonly call: NamedFunction;
  /** How many formulas it takes; undefined for any number. */
  readonly operands: number | undefined;
  /** How many numbers it takes beside them; undefined for any number. */
  readonly statics: number | undefined;
}

/** How many operands a rule takes. */
export const operandsOf = (rule: Rule): number =>
  rule.kind === "binary" ? 2 : rule.kind === "piecewise" ? (rule.traits.arity ?? 1) : 1;

/** Functions of formulas alone, by the name under which core exports them. */
const plain = {
  abs,
  acos,
  acosh,
  add,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  beta,
  cbrt,
  ceil,
  cos,
  cosh,
  cospi,
  digamma,
  div,
  erf,
  erfc,
  erfinv,
  exp,
  exp2,
  expm1,
  floor,
  hypot,
  lbeta,
  lgamma,
  log,
  log10,
  log1p,
  log2,
  logaddexp,
  logit,
  max,
  min,
  mod,
  mul,
  neg,
  pow,
  reciprocal,
  relu,
  round,
  scale,
  sigmoid,
  sign,
  sin,
  sinh,
  sinpi,
  softplus,
  sqrt,
  square,
  step,
  stopGradient,
  sub,
  tan,
  tanh,
  trigamma,
  trunc,
  xlogy,
};

/** Other names that textbooks and NumPy have for them. */
const aliases = {
  ln: log,
  arcsin: asin,
  arccos: acos,
  arctan: atan,
  arctan2: atan2,
  arcsinh: asinh,
  arccosh: acosh,
  arctanh: atanh,
  arsinh: asinh,
  arcosh: acosh,
  artanh: atanh,
  sgn: sign,
};

const named = (functions: Readonly<Record<string, NamedFunction & { readonly rule: unknown }>>) =>
  Object.entries(functions).map(([name, call]): [string, Signature] => [
    name,
    // Each of the tables above is a rule for scalars.
    { call, operands: operandsOf(call.rule as Rule), statics: 0 },
  ]);

/** The functions of core and of its special functions by name. */
export const functionsByName = (): Map<string, Signature> =>
  new Map([
    ...named(plain),
    ...named(aliases),
    ["clamp", { call: clamp, operands: 1, statics: 2 }],
    ["leakyRelu", { call: leakyRelu, operands: 1, statics: 1 }],
    ["polygamma", { call: polygamma, operands: 1, statics: 1 }],
  ]);
