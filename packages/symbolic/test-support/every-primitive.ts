import * as core from "@jacobian/core";
import { clamp, leakyRelu, type Scalar, where } from "@jacobian/core";
import * as special from "@jacobian/core/special";
import { type Formula, symbols } from "../src/index.ts";

const [x, y] = symbols("x y");

/** Those that take more than formulas. */
const withStatics: Readonly<Record<string, readonly Scalar[]>> = {
  clamp: [clamp(x, -0.5, 0.75), clamp(y, 0.25, Infinity)],
  leakyRelu: [leakyRelu(x, 0.125)],
  polygamma: [special.polygamma(0, x), special.polygamma(2, x), special.polygamma(5, y)],
  where: (["lt", "le", "gt", "ge", "eq"] as const).map((relation) =>
    where(relation, x, y, core.add(x, 1), core.mul(x, y)),
  ),
};

interface Kinds {
  readonly kind?: string;
  readonly smooth?: object;
  readonly traits?: object;
}

const isScalarRule = ({ kind, smooth }: Kinds): boolean =>
  kind === "piecewise" ||
  kind === "locallyConstant" ||
  ((kind === "unary" || kind === "binary") && smooth !== undefined);

const primitives = Object.entries<unknown>({ ...core, ...special }).filter(
  (entry): entry is [string, ((...x: readonly Scalar[]) => Scalar) & { readonly rule: Kinds }] =>
    typeof entry[1] === "function" && "rule" in entry[1] && isScalarRule(entry[1].rule as Kinds),
);

const takesTwo = ({ kind, traits = {} }: Kinds): boolean =>
  kind === "binary" || ("arity" in traits && traits.arity === 2);

/** Each scalar primitive that core exports, applied to x and y, and in between others so that operators meet. */
export const everyPrimitive = (): readonly (readonly [name: string, formula: Formula])[] =>
  primitives.flatMap(([name, f]) => {
    const plain = withStatics[name] ?? [takesTwo(f.rule) ? f(x, y) : f(x)];
    return plain.map((formula) => [name, formula as Formula] as const);
  });

/** An operation within another. */
export const nested = (): readonly (readonly [name: string, formula: Formula])[] => {
  const two = primitives.filter(([name, f]) => takesTwo(f.rule) && withStatics[name] === undefined);
  const one = primitives.filter(
    ([name, f]) => !takesTwo(f.rule) && withStatics[name] === undefined,
  );
  return two.flatMap(([name, f]) => [
    ...two.flatMap(([inner, g]) => [
      [`${name}(x, ${inner})`, f(x, g(y, 3)) as Formula] as const,
      [`${name}(${inner}, y)`, f(g(x, -2), y) as Formula] as const,
    ]),
    ...one.map(([inner, g]) => [`${name}(${inner}, y)`, f(g(x), y) as Formula] as const),
  ]);
};

/** Every operator in both places of every other, with and without a minus in front; numbers below 0 among the operands. */
export const everyNesting = (): readonly Formula[] => {
  const { add, sub, mul, div, neg } = core;
  const [a, b, c] = symbols("x y z");
  const operators = [add, sub, mul, div];
  const signs = [(u: Scalar): Scalar => u, neg];
  return operators.flatMap((f) =>
    operators.flatMap((g) =>
      signs.flatMap((sign) => [
        f(a, sign(g(b, c))),
        f(sign(g(a, b)), c),
        f(sign(g(-0.7, a)), sign(g(b, c))),
        sign(f(core.reciprocal(a), sign(core.reciprocal(g(b, c))))),
        ...operators.map((h) => f(sign(g(a, 0.3)), sign(h(b, c)))),
      ]),
    ),
  ) as Formula[];
};

/** Points at which sums and products that are grouped otherwise are rounded otherwise, somewhere. */
export const ragged: readonly (readonly [x: number, y: number, z: number])[] = [
  [0.1, 0.2, 0.3],
  [1 / 3, -0.7, 1.1],
  [-2.3, 1e-3 / 7, 5.9],
  [Math.E, Math.PI, -Math.SQRT2],
  [1e8 / 3, 0.1, 1e-7 / 3],
];

/** Points within the domains of all, and out of some. */
export const points: readonly (readonly [x: number, y: number])[] = [
  [0.3, 0.7],
  [0.75, 0.25],
  [1, 1],
  [1.625, 3.5],
  [-0.4, 2],
  [-2.5, -1.25],
  [0.45, 1e-3],
  [12.3, 0.5],
  [25, 7],
];
