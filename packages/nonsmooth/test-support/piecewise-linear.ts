import {
  type Scalar,
  abs,
  add,
  amax,
  clamp,
  hypot,
  leakyRelu,
  lt,
  max,
  min,
  mul,
  neg,
  norm2,
  piecewise,
  relu,
  sub,
  vector,
  where,
} from "@jacobian/core";
import type { Draw } from "./random.ts";

type Single = "abs" | "relu" | "leakyRelu" | "clamp" | "own" | "hypot" | "norm2";
type Pair = "max" | "min" | "branch" | "where";

/** A step of a program: what is computed of earlier values, by their places. */
export type Step =
  | {
      readonly kind: "combination";
      readonly of: readonly (readonly [factor: number, place: number])[];
    }
  | { readonly kind: Single; readonly x: number }
  | { readonly kind: Pair; readonly x: number; readonly y: number }
  | { readonly kind: "amax"; readonly of: readonly number[] };

/** A piecewise linear, positively homogeneous function of n variables: all its kinks meet at 0. */
export interface Program {
  readonly n: number;
  readonly steps: readonly Step[];
  readonly outputs: number;
}

const kinds = [
  "abs",
  "relu",
  "leakyRelu",
  "clamp",
  "max",
  "min",
  "branch",
  "where",
  "amax",
  "own",
  "hypot",
  "norm2",
] as const;

const singles: readonly string[] = ["abs", "relu", "leakyRelu", "clamp", "own", "hypot", "norm2"];

/** Whether a program has lengths, whose kinks are no choice of pieces: of 3x and 4x, which make 5|x|. */
export const hasLengths = ({ steps }: Program): boolean =>
  steps.some(({ kind }) => kind === "hypot" || kind === "norm2");

/** A user's primitive whose middle piece is taken nowhere else than at 0. */
const own = piecewise("own", {
  value: (x) => (x > 0 ? 2 * x : -x),
  pieces: [(x) => mul(2, x), (x) => neg(x), (x) => mul(7, x)],
  switches: [
    [(x) => x, () => 0],
    [() => 0, (x) => x],
  ],
  atTie: "last",
});

/** A random program: combinations with small whole factors between random kinks. */
export const randomProgram = (draw: Draw): Program => {
  const n = draw(1, 3);
  const steps: Step[] = [];
  const place = (): number => draw(0, n + steps.length - 1);
  const combine = (): void => {
    const of = Array.from({ length: draw(1, 3) }, () => [draw(-2, 2), place()] as const);
    steps.push({ kind: "combination", of });
  };
  for (let k = draw(1, 4); k > 0; k--) {
    combine();
    const kind = kinds[draw(0, kinds.length - 1)]!;
    const [x, y] = [n + steps.length - 1, place()];
    if (kind === "amax") steps.push({ kind, of: [x, y, place()] });
    else if (singles.includes(kind)) steps.push({ kind: kind as Single, x });
    else steps.push({ kind: kind as Pair, x, y });
  }
  const outputs = [1, 1, 2, 3][draw(0, 3)]!;
  for (let k = 0; k < outputs; k++) combine();
  return { n, steps, outputs };
};

/** The slope of leakyRelu for negative operands, and factors of the two sides of a branch. */
export const slope = 3;
export const sides = [2, -1] as const;

const stepOf = (step: Step, v: readonly Scalar[]): Scalar => {
  if (step.kind === "combination")
    return step.of.reduce<Scalar>((sum, [factor, k]) => add(sum, mul(factor, v[k]!)), 0);
  if (step.kind === "amax") return amax(vector(step.of.map((k) => v[k]!)));
  const x = v[step.x]!;
  if (step.kind === "abs") return abs(x);
  if (step.kind === "relu") return relu(x);
  if (step.kind === "leakyRelu") return leakyRelu(x, slope);
  if (step.kind === "own") return own(x);
  if (step.kind === "hypot") return hypot(mul(3, x), mul(-4, x));
  if (step.kind === "norm2") return norm2(vector([mul(4, x), mul(3, x)]));
  if (!("y" in step)) return clamp(x, 0, 0);
  const y = v[step.y]!;
  if (step.kind === "max") return max(x, y);
  if (step.kind === "min") return min(x, y);
  const gap = sub(x, y);
  if (step.kind === "where") return where("ge", x, y, mul(sides[0], gap), mul(sides[1], gap));
  return lt(x, y) ? mul(sides[1], gap) : mul(sides[0], gap);
};

/** The program as a generic function of a list of scalars. */
export const functionOf =
  ({ n, steps, outputs }: Program) =>
  (x: readonly Scalar[]): readonly Scalar[] => {
    const v = [...x.slice(0, n)];
    for (const step of steps) v.push(stepOf(step, v));
    return v.slice(-outputs);
  };
