import {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cos,
  cosh,
  log,
  logit,
  max,
  min,
  relu,
  round,
  sigmoid,
  sign,
  sin,
  sinh,
  softplus,
  step,
  tan,
  tanh,
  trunc,
} from "@jacobian/core";
import { beta, digamma, erf, erfc, erfinv } from "@jacobian/core/special";
import type { Rule } from "../../formula/rule.ts";
import { arithmetic } from "./arithmetic.ts";
import { compositions, exponentials } from "./exponentials.ts";
import { kinked } from "./kinked.ts";
import { entry, type Setting, unary } from "./setting.ts";
import { applied, listed } from "./tex.ts";

/** Those that LaTeX has a command for, or that are words. */
const heads = {
  "\\sin": sin,
  "\\cos": cos,
  "\\tan": tan,
  "\\sinh": sinh,
  "\\cosh": cosh,
  "\\tanh": tanh,
  "\\arcsin": asin,
  "\\arccos": acos,
  "\\arctan": atan,
  "\\operatorname{arsinh}": asinh,
  "\\operatorname{arcosh}": acosh,
  "\\operatorname{artanh}": atanh,
  "\\ln": log,
  "\\operatorname{sgn}": sign,
  "\\operatorname{erf}": erf,
  "\\operatorname{erfc}": erfc,
  "\\operatorname{logit}": logit,
};

/** Those that always take their arguments in brackets. */
const words = {
  "\\operatorname{atan2}": atan2,
  "\\max": max,
  "\\min": min,
  "\\operatorname{round}": round,
  "\\operatorname{trunc}": trunc,
  "\\operatorname{relu}": relu,
  "\\operatorname{sigmoid}": sigmoid,
  "\\operatorname{softplus}": softplus,
  "\\operatorname{H}": step,
  "\\psi": digamma,
  "\\mathrm{B}": beta,
  "\\operatorname{erf}^{-1}": erfinv,
};

/** How core's functions are set. */
export const settings = (): ReadonlyMap<Rule, Setting> =>
  new Map([
    ...arithmetic(),
    ...exponentials(),
    ...compositions(),
    ...kinked(),
    ...Object.entries(heads).map(([head, { rule }]) =>
      entry(
        { rule },
        unary((x) => applied(head, x)),
      ),
    ),
    ...Object.entries(words).map(([head, { rule }]) => entry({ rule }, (x) => listed(head, ...x))),
  ]);
