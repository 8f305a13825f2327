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
  div,
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
  reciprocal,
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
import { pointed } from "./c.ts";
import { type FunctionSource, functionSource, type SourceOptions } from "./function-source.ts";
import { arithmetic, entry, literal, relationOf, type Table } from "./operators.ts";
import {
  atom,
  atomOf,
  called,
  pattern,
  type Piece,
  power,
  sum,
  type Template,
  within,
  staticPattern,
} from "./piece.ts";
import { pythonWords } from "./reserved.ts";

const pythonNumber = (x: number): Piece => {
  if (Number.isNaN(x)) return atomOf("np.nan");
  return literal(Number.isFinite(x) ? pointed(x) : x > 0 ? "np.inf" : "-np.inf");
};

const numberText = (x: unknown): string => pythonNumber(x as number).text;

const chosen: Template = ([a, b, yes, no], relation) =>
  atomOf(
    `np.where(${within(a!, sum)} ${relationOf(relation)} ${within(b!, sum)}, ${yes!.text}, ${no!.text})`,
  );

/** Those of NumPy, by their names there. */
const ofNumpy = {
  abs,
  arccos: acos,
  arccosh: acosh,
  arcsin: asin,
  arcsinh: asinh,
  arctan: atan,
  arctan2: atan2,
  arctanh: atanh,
  cbrt,
  ceil,
  cos,
  cosh,
  exp,
  exp2,
  expm1,
  floor,
  hypot,
  log,
  log10,
  log1p,
  log2,
  logaddexp,
  maximum: max,
  minimum: min,
  mod,
  power: pow,
  sign,
  sin,
  sinh,
  sqrt,
  tan,
  tanh,
  trunc,
};

/** Those of scipy.special, by their names there. */
const ofSpecial = {
  beta,
  betaln: lbeta,
  digamma,
  erf,
  erfc,
  erfinv,
  expit: sigmoid,
  gammaln: lgamma,
  logit,
  xlogy,
};

/** Those that neither has. */
const helpers = {
  sinpi: [
    "def _sinpi(x):",
    "    n = np.round(x)",
    "    r = x - n",
    "    s = np.where(np.abs(r) <= 0.25, np.sin(np.pi * r), np.sign(r) * np.cos(np.pi * (0.5 - np.abs(r))))",
    "    return np.where(np.mod(n, 2.0) == 0.0, s, -s)",
  ],
  cospi: [
    "def _cospi(x):",
    "    n = np.round(x)",
    "    r = np.abs(x - n)",
    "    c = np.where(r <= 0.25, np.cos(np.pi * r), np.sin(np.pi * (0.5 - r)))",
    "    return np.where(np.mod(n, 2.0) == 0.0, c, -c)",
  ],
  round: ["def _round(x):", "    n = np.floor(x)", "    return np.where(x - n >= 0.5, n + 1.0, n)"],
};

const ofHelpers = { cospi, round, sinpi };

const clamped = (s: unknown): string => {
  // The static argument of clamp.
  const { low, high } = s as { readonly low: number; readonly high: number };
  return `np.clip($1, ${numberText(low)}, ${numberText(high)})`;
};

/** Python's own numbers raise an error where NumPy's give inf or nan. */
const unlessByZero =
  (template: Template): Template =>
  (operands, s) => {
    const [x, y] = operands.length === 1 ? [literal("1.0"), operands[0]!] : operands;
    return y!.text === "0.0" ? called("np.divide")([x!, y!], s) : template(operands, s);
  };

const divisions: ReadonlySet<unknown> = /*#__PURE__*/ (() =>
  new Set([div.rule, reciprocal.rule]))();

const table = (): Table =>
  new Map([
    ...arithmetic("1.0").map(
      ([rule, template]) =>
        [rule, divisions.has(rule) ? unlessByZero(template) : template] as const,
    ),
    ...Object.entries(ofNumpy).map(([name, { rule }]) => entry({ rule }, called(`np.${name}`))),
    ...Object.entries(ofSpecial).map(([name, { rule }]) =>
      entry({ rule }, called(`special.${name}`)),
    ),
    ...Object.entries(ofHelpers).map(([name, { rule }]) => entry({ rule }, called(`_${name}`))),
    entry(square, pattern("$1 ** 2", power)),
    entry(softplus, ([x]) => atomOf(`np.logaddexp(0.0, ${x!.text})`)),
    entry(relu, ([x]) => atomOf(`np.maximum(${x!.text}, 0.0)`)),
    entry(
      leakyRelu,
      staticPattern((s) => `np.where($1 < 0.0, ${numberText(s)} * $1, $1)`, atom),
    ),
    entry(clamp, staticPattern(clamped, atom, false)),
    entry(step, ([x]) => atomOf(`np.heaviside(${x!.text}, 1.0)`)),
    entry(stopGradient, ([x]) => x!),
    entry(where, chosen),
    entry(polygamma, ([x], n) => atomOf(`special.polygamma(${String(n)}, ${x!.text})`)),
  ]);

/** What is imported, and defined beforehand. */
const preambleFor = ({ rules }: FunctionSource): string => {
  const special = [...Object.values(ofSpecial), polygamma].some(({ rule }) => rules.has(rule));
  const definitions = Object.entries(ofHelpers).flatMap(([name, { rule }]) =>
    rules.has(rule) ? [helpers[name as keyof typeof helpers].join("\n")] : [],
  );
  const imports = `import numpy as np\n${special ? "from scipy import special\n" : ""}`;
  return [imports, ...definitions.map((definition) => `${definition}\n`)].join("\n\n");
};

/**
 * A Python function of the variables on NumPy (and SciPy's special functions), entry by entry on arrays: it
 * returns a number or array, or a tuple of several formulas in container order.
 * @throws DomainError for a variable that is missing, a name that is none, or a primitive without a name there.
 * @example
 * const [x, y] = symbols("x y");
 * const lines = toPython(mul(sin(x), y), [x, y]).split("\n");
 * lines[5]; // "    return np.sin(x) * y"
 */
export const toPython = (
  formulas: Container,
  variables: Container,
  options: SourceOptions = {},
): string => {
  const parts = functionSource(
    { operation: "toPython", table: table(), reserved: pythonWords, number: pythonNumber },
    formulas,
    variables,
    options,
  );
  const { name, parameters, statements, outputs } = parts;
  const isOne = isValue(formulas) && shapeOf(formulas).length === 0;
  const arrays = parameters.map((x) => `np.asarray(${x}, dtype=float)`);
  const tuple = outputs.length === 1 ? `(${outputs[0]!},)` : `(${outputs.join(", ")})`;
  const body = [
    ...(arrays.length > 0 ? [`${parameters.join(", ")} = ${arrays.join(", ")}`] : []),
    ...statements.map(([temporary, source]) => `${temporary} = ${source}`),
    `return ${isOne ? outputs[0]! : tuple}`,
  ];
  // What is not chosen may be out of range.
  const selects = parts.rules.has(where.rule);
  const quiet = selects ? '@np.errstate(divide="ignore", invalid="ignore", over="ignore")\n' : "";
  const lines = [
    `def ${name}(${parameters.join(", ")}):`,
    ...body.map((line) => `    ${line}`),
    "",
  ];
  return `${preambleFor(parts)}\n\n${quiet}${lines.join("\n")}`;
};
