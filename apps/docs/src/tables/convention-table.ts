import {
  abs,
  acos,
  acosh,
  amax,
  amin,
  asin,
  atan2,
  atanh,
  cbrt,
  clamp,
  hypot,
  leakyRelu,
  log,
  type LocallyConstantRule,
  max,
  min,
  norm2,
  pow,
  reciprocal,
  relu,
  type Scalar,
  sqrt,
  tan,
  value,
  vector,
  xlogy,
} from "@jacobian/core";
import * as core from "@jacobian/core";
import { type Convention, conventionTable } from "@jacobian/nonsmooth";
import { derivative } from "jacobian";

const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => "---")), ...rows].join("\n");

const said = (convention: Convention): string =>
  typeof convention === "number" ? String(convention) : `the ${convention}`;

/** Each of the table's functions along a line through its kink, and where on it. */
const lines: Readonly<Record<string, readonly [(x: Scalar) => Scalar, number]>> = {
  relu: [relu, 0],
  leakyRelu: [(x) => leakyRelu(x, 0.01), 0],
  abs: [abs, 0],
  max: [(x) => max(x, 1), 1],
  min: [(x) => min(x, 1), 1],
  clamp: [(x) => clamp(x, 0, 1), 0],
  amax: [(x) => amax(vector([x, 1])), 1],
  amin: [(x) => amin(vector([x, 1])), 1],
  norm2: [(x) => norm2(vector([x, 0])), 0],
};

const kinks = conventionTable.map((each) => {
  const { primitive, kink, jacobian, pytorch, jax, tensorflow } = each;
  const [f, at] = lines[primitive]!;
  const conventions = [jacobian, pytorch, jax, tensorflow].map(said);
  const here = String(derivative(f)(at));
  return row(`\`${primitive}\``, kink, here, ...conventions);
});

/** Where the other systems say it. */
const sources = conventionTable.map(({ primitive, sources: said }) => {
  const places = said.split("; ").map((source) => `\`${source}\``);
  return `- \`${primitive}\`: ${places.join(", ")}`;
});

/** The names of core's functions that are constant between their jumps. */
const steps = (): readonly string[] =>
  Object.entries<unknown>({ ...core }).flatMap(([name, f]) => {
    const rule = typeof f === "function" && "rule" in f ? f.rule : undefined;
    const isStep = (rule as Partial<LocallyConstantRule> | undefined)?.kind === "locallyConstant";
    return isStep && name !== "stopGradient" ? [`\`${name}\``] : [];
  });

interface Edge {
  readonly text: string;
  readonly at: number;
  readonly f: (x: Scalar) => Scalar;
}

const edges: readonly Edge[] = [
  { text: "sqrt(x)", at: 0, f: sqrt },
  { text: "cbrt(x)", at: 0, f: cbrt },
  { text: "log(x)", at: 0, f: log },
  { text: "log(x)", at: -1, f: log },
  { text: "reciprocal(x)", at: 0, f: reciprocal },
  { text: "asin(x)", at: 1, f: asin },
  { text: "acos(x)", at: 1, f: acos },
  { text: "acosh(x)", at: 1, f: acosh },
  { text: "atanh(x)", at: 1, f: atanh },
  { text: "tan(x)", at: Math.PI / 2, f: tan },
  { text: "pow(x, 2)", at: 0, f: (x) => pow(x, 2) },
  { text: "pow(x, 1)", at: 0, f: (x) => pow(x, 1) },
  { text: "pow(x, 0)", at: 0, f: (x) => pow(x, 0) },
  { text: "pow(x, 0.5)", at: 0, f: (x) => pow(x, 0.5) },
  { text: "pow(0, x)", at: 0, f: (x) => pow(0, x) },
  { text: "xlogy(x, 0)", at: 0, f: (x) => xlogy(x, 0) },
  { text: "xlogy(0, x)", at: 0, f: (x) => xlogy(0, x) },
  { text: "hypot(x, 0)", at: 0, f: (x) => hypot(x, 0) },
  { text: "atan2(x, 0)", at: 0, f: (x) => atan2(x, 0) },
  { text: "atan2(x, -1)", at: 0, f: (x) => atan2(x, -1) },
];

const edgeRow = ({ text, at, f }: Edge): string =>
  row(
    `\`${text}\``,
    `x = ${at === Math.PI / 2 ? "π/2, rounded" : at}`,
    String(value(f(at))),
    String(derivative(f)(at)),
  );

/** The tables of conventions: of kinks as `nonsmooth` has them, of steps and edges as they are computed. */
export const conventionTables = (): string => `## Kinks

${table(["function", "where", "derivative here", "which is", "PyTorch", "JAX", "TensorFlow"], kinks)}

### Where the others say so

${sources.join("\n")}

## Steps

Constant between their jumps, with the derivative 0 everywhere, at the jumps too: ${steps().join(", ")}.
\`stopGradient(x)\` is x with the derivative 0, which is its purpose.

## Edges

${table(["function", "where", "value", "derivative in x"], edges.map(edgeRow))}
`;
