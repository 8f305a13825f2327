import {
  abs,
  acos,
  acosh,
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
  exp,
  exp2,
  expm1,
  floor,
  leakyRelu,
  log,
  log10,
  log1p,
  log2,
  max,
  min,
  relu,
  round,
  sign,
  sin,
  sinh,
  sqrt,
  square,
  step,
  stopGradient,
  tan,
  tanh,
  trunc,
  where,
} from "@jacobian/core";
import { arithmetic, entry, literal, relationOf, type Table } from "./operators.ts";
import {
  atom,
  called,
  choice,
  pattern,
  type Piece,
  product,
  staticPattern,
  sum,
  type Template,
  within,
} from "./piece.ts";

/** A number as JavaScript writes it: its shortest decimal, which is read as the same number. */
export const javascriptNumber = (x: number): Piece => literal(Object.is(x, -0) ? "-0" : String(x));

/** Those whose value is that of the function of the same name in `Math`. */
const ofMath = () =>
  Object.entries({
    ...{ abs, acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, ceil, cos, cosh, exp, expm1 },
    ...{ floor, log, log10, log1p, log2, max, min, round, sign, sin, sinh, sqrt, tan, tanh, trunc },
  });

const chosen: Template = ([a, b, yes, no], relation) => {
  const operator = relation === "eq" ? "===" : relationOf(relation);
  const condition = `${within(a!, sum)} ${operator} ${within(b!, sum)}`;
  return { text: `${condition} ? ${within(yes!, sum)} : ${within(no!, sum)}`, binding: choice };
};

const numberText = (x: unknown): string => javascriptNumber(x as number).text;

const clamped = (s: unknown): string => {
  // The static argument of clamp.
  const { low, high } = s as { readonly low: number; readonly high: number };
  const [l, h] = [numberText(low), numberText(high)];
  return `$1 < ${l} ? ${l} : $1 > ${h} ? ${h} : $1`;
};

/** What JavaScript computes without a function of ours, to the last bit what core computes. */
export const javascriptTable = (): Table =>
  new Map([
    ...arithmetic("1"),
    ...ofMath().map(([name, { rule }]) => entry({ rule }, called(`Math.${name}`))),
    entry(square, pattern("$1 * $1", product)),
    entry(exp2, pattern("(2 ** $1)", atom)),
    entry(relu, pattern("$1 < 0 ? 0 : $1", choice)),
    entry(
      leakyRelu,
      staticPattern((s) => `$1 < 0 ? ${numberText(s)} * $1 : $1`, choice),
    ),
    entry(clamp, staticPattern(clamped, choice)),
    entry(step, pattern("$1 >= 0 ? 1 : $1 < 0 ? 0 : NaN", choice)),
    entry(stopGradient, ([x]) => x!),
    entry(where, chosen),
  ]);
