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
  type Container,
  cos,
  cosh,
  cospi,
  exp,
  exp2,
  expm1,
  floor,
  hypot,
  isValue,
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
  pow,
  relu,
  round,
  shapeOf,
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
  tan,
  tanh,
  trunc,
  where,
  xlogy,
} from "@jacobian/core";
import { beta, digamma, erf, erfc, erfinv, lbeta, lgamma, polygamma } from "@jacobian/core/special";
import { helperNames, helperSource } from "./c-helpers.ts";
import { functionSource, type SourceOptions } from "./function-source.ts";
import { arithmetic, entry, literal, relationOf, type Table } from "./operators.ts";
import {
  atom,
  called,
  choice,
  pattern,
  type Piece,
  atomOf,
  product,
  staticPattern,
  sum,
  type Template,
  within,
} from "./piece.ts";
import { cWords } from "./reserved.ts";

/** A number as C and Python write a double: with a point or an exponent. */
export const pointed = (x: number): string => {
  const text = Object.is(x, -0) ? "-0" : String(x);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
};

const cNumber = (x: number): Piece => {
  if (Number.isNaN(x)) return atomOf("NAN");
  return literal(Number.isFinite(x) ? pointed(x) : x > 0 ? "INFINITY" : "-INFINITY");
};

const numberText = (x: unknown): string => cNumber(x as number).text;

const chosen: Template = ([a, b, yes, no], relation) => ({
  text: `${within(a!, sum)} ${relationOf(relation)} ${within(b!, sum)} ? ${within(yes!, sum)} : ${within(no!, sum)}`,
  binding: choice,
});

const clamped = (s: unknown): string => {
  // The static argument of clamp.
  const { low, high } = s as { readonly low: number; readonly high: number };
  const [l, h] = [numberText(low), numberText(high)];
  return `$1 < ${l} ? ${l} : $1 > ${h} ? ${h} : $1`;
};

/** Those of math.h, by their names there. */
const ofMath = {
  fabs: abs,
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cbrt,
  ceil,
  cos,
  cosh,
  erf,
  erfc,
  exp,
  exp2,
  expm1,
  floor,
  hypot,
  lgamma,
  log,
  log10,
  log1p,
  log2,
  pow,
  sin,
  sinh,
  sqrt,
  tan,
  tanh,
  trunc,
};

/** Those that a helper defines, by its name. */
const ofHelpers = {
  beta,
  cospi,
  erfinv,
  lbeta,
  logaddexp,
  logit,
  max,
  min,
  mod,
  round,
  sigmoid,
  sign,
  sinpi,
  softplus,
  xlogy,
};

const ordered: Template = ([x], order) =>
  atomOf(`jacobian_polygamma(${String(order)}, ${x!.text})`);

const table = (): Table =>
  new Map([
    ...arithmetic("1.0"),
    ...Object.entries(ofMath).map(([name, { rule }]) => entry({ rule }, called(name))),
    ...Object.entries(ofHelpers).map(([name, { rule }]) =>
      entry({ rule }, called(`jacobian_${name}`)),
    ),
    entry(square, pattern("$1 * $1", product)),
    entry(relu, pattern("$1 < 0.0 ? 0.0 : $1", choice)),
    entry(
      leakyRelu,
      staticPattern((s) => `$1 < 0.0 ? ${numberText(s)} * $1 : $1`, choice),
    ),
    entry(clamp, staticPattern(clamped, choice)),
    entry(step, pattern("$1 >= 0.0 ? 1.0 : $1 < 0.0 ? 0.0 : NAN", choice)),
    entry(stopGradient, ([x]) => x!),
    entry(where, chosen),
    entry(digamma, pattern("jacobian_polygamma(0, $1)", atom)),
    entry(polygamma, ordered),
  ]);

const helpersFor = (rules: ReadonlySet<unknown>): readonly string[] => [
  ...Object.entries(ofHelpers).flatMap(([name, { rule }]) => (rules.has(rule) ? [name] : [])),
  ...(rules.has(digamma.rule) || rules.has(polygamma.rule) ? ["polygamma"] : []),
];

/**
 * A C99 function of the variables, with the definitions of what math.h lacks: it returns a double, or writes
 * several formulas into the array `out` in container order.
 * @throws DomainError for a variable that is missing, a name that is none, or a primitive without a name there.
 * @example
 * const [x, y] = symbols("x y");
 * const lines = toC(mul(sin(x), y), [x, y]).split("\n");
 * lines[3]; // "  return sin(x) * y;"
 */
export const toC = (
  formulas: Container,
  variables: Container,
  options: SourceOptions = {},
): string => {
  const { name, parameters, statements, outputs, rules } = functionSource(
    {
      operation: "toC",
      table: table(),
      reserved: new Set([...cWords, ...helperNames.map((helper) => `jacobian_${helper}`)]),
      number: cNumber,
    },
    formulas,
    variables,
    options,
  );
  const isOne = isValue(formulas) && shapeOf(formulas).length === 0;
  const inputs = parameters.map((parameter) => `double ${parameter}`);
  const all = isOne ? inputs : [...inputs, `double out[${outputs.length}]`];
  const body = [
    ...statements.map(([temporary, source]) => `const double ${temporary} = ${source};`),
    ...(isOne ? [`return ${outputs[0]!};`] : outputs.map((source, k) => `out[${k}] = ${source};`)),
  ];
  const head = `${isOne ? "double" : "void"} ${name}(${all.length > 0 ? all.join(", ") : "void"}) {`;
  const helpers = helperSource(helpersFor(rules));
  const parts = [
    "#include <math.h>\n",
    helpers,
    [head, ...body.map((line) => `  ${line}`), "}\n"].join("\n"),
  ];
  return parts.filter((part) => part !== "").join("\n");
};
