import { clamp, leakyRelu, type Scalar, where } from "@jacobian/core";
import * as core from "@jacobian/core";
import * as special from "@jacobian/core/special";
import { Call, differentiate, Formula, simplify, symbols, toLatex } from "../src/index.ts";

const [x, y] = symbols("x y");
const [a, b] = symbols("a b");

/** Those that take more than formulas. */
const withStatics: Readonly<Record<string, Scalar>> = {
  clamp: clamp(x, 0, 1),
  leakyRelu: leakyRelu(x, 0.01),
  polygamma: special.polygamma(2, x),
  where: where("lt", a, b, x, y),
};

type Primitive = ((...operands: readonly Scalar[]) => unknown) & { readonly rule: object };

const isPrimitive = (f: unknown): f is Primitive => typeof f === "function" && "rule" in f;

/** The primitive applied to variables; undefined for one of whole arrays. */
const applied = (name: string, f: Primitive): Formula | undefined => {
  const { kind, smooth, traits } = f.rule as {
    readonly kind: string;
    readonly smooth?: object;
    readonly traits: { readonly arity?: number };
  };
  const isScalar = smooth !== undefined || kind === "piecewise" || kind === "locallyConstant";
  if (!isScalar) return undefined;
  const isBinary = kind === "binary" || traits.arity === 2;
  const formula = withStatics[name] ?? (isBinary ? f(x, y) : f(x));
  return formula instanceof Formula ? formula : undefined;
};

const math = (formula: Scalar): string => `$\`${toLatex(formula)}\`$`;

const row = (name: string, formula: Formula): string => {
  const isOfTwo = formula instanceof Call && formula.operands.includes(y);
  const inY = isOfTwo ? math(simplify(differentiate(formula, y))) : "";
  return `| ${name} | ${math(formula)} | ${math(simplify(differentiate(formula, x)))} | ${inY} |`;
};

const rows = (exports: object): string =>
  Object.entries<unknown>({ ...exports })
    .sort(([m], [n]) => (m < n ? -1 : 1))
    .flatMap(([name, f]) => {
      const formula = isPrimitive(f) ? applied(name, f) : undefined;
      return formula === undefined ? [] : [row(name, formula)];
    })
    .join("\n");

const head = "| function | value | ∂/∂x | ∂/∂y |\n| --- | --- | --- | --- |";

/** The derivatives of core's functions, printed from their rules. */
export const derivativeTable = (): string => `# Derivatives

Every function of one or two numbers that core exports, with its derivatives as its rule states them, simplified by
\`simplify\` and set by \`toLatex\`. This file is printed by \`node --conditions=@jacobian/source --import tsx docs/write.ts\` in this package, and a test
compares the two: do not edit it. At kinks the cases say which convention holds.

## Elementary functions (\`@jacobian/core\`)

${head}
${rows(core)}

## Special functions (\`@jacobian/core/special\`)

${head}
${rows(special)}
`;
