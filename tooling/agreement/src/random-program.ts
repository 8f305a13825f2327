import {
  Matrix,
  add,
  asinh,
  describe,
  entriesOf,
  mean,
  mul,
  sameShape,
  shapeOf,
  sin,
  sizeOf,
} from "@jacobian/core";
import type { Plain, Value } from "@jacobian/core";
import fc from "fast-check";
import type { Primitive, Program } from "./primitives.ts";
import { primitives, program } from "./primitives.ts";
import type { Sample } from "./samples.ts";
import { samplesOf } from "./samples.ts";

const size = (x: Value): number => sizeOf(shapeOf(x));

/** One application of a primitive near one of its samples. */
export interface Step {
  /** Which of `applications`. */
  readonly application: number;
  /** Which earlier values its operands are made of, counted modulo their number. */
  readonly operands: readonly number[];
}

/** Every primitive at every sample that has entries of moderate size to move about. */
const applications: readonly (readonly [Primitive, Sample])[] = primitives.flatMap((primitive) =>
  samplesOf(primitive.name, "interior")
    .filter(({ inputs }) =>
      inputs.every(
        (x) => size(x) > 0 && Array.from(entriesOf(x)).every((entry) => Math.abs(entry) <= 20),
      ),
    )
    .map((sample) => [primitive, sample] as const),
);

/** A primitive of any number of operands takes as many of these as it needs. */
const most = 6;

/** Programs of up to ten steps; a failing one is shrunk to the shortest that fails. */
export const programs: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    application: fc.nat(applications.length - 1),
    operands: fc.array(fc.nat(99), { minLength: most, maxLength: most }),
  }),
  { minLength: 1, maxLength: 10 },
);

const applicationOf = ({ application }: Step): readonly [Primitive, Sample] => {
  const found = applications[application];
  if (found !== undefined) return found;
  throw new RangeError(
    `program: expected one of ${applications.length} applications, got ${application}; generate it anew`,
  );
};

/** How far an operand may move from its sample: near enough to stay in the domain, off any kink. */
const reach = (entry: number): number => 0.05 * Math.max(0.1, Math.abs(entry));

const around = (x: Plain): Plain => {
  if (typeof x === "number") return reach(x);
  return x instanceof Matrix ? new Matrix(x.rows, x.cols, x.data.map(reach)) : x.map(reach);
};

/**
 * sample + reach·sin(asinh(value)): any value, large ones tamed, becomes an operand; one of another
 * shape by its mean.
 */
const near = (sample: Plain, value: Value): Value => {
  const move = sin(asinh(value));
  const fits = sameShape(shapeOf(move), shapeOf(sample));
  return add(sample, mul(around(sample), fits ? move : mean(move)));
};

/** The inputs followed by the results of every step; what is empty is no operand. */
export const run =
  (steps: readonly Step[]): Program =>
  (inputs) =>
    steps.reduce<readonly Value[]>((values, step) => {
      const [primitive, { inputs: samples, statics }] = applicationOf(step);
      const candidates = values.filter((x) => size(x) > 0);
      const operands = samples.map((x, k) => {
        const chosen = step.operands[k] ?? 0;
        return near(x, candidates[chosen % candidates.length] ?? NaN);
      });
      return [...values, ...program(primitive, statics)(operands)];
    }, inputs);

/** The program as text, one step to the line. */
export const print = (steps: readonly Step[]): string =>
  steps
    .map((step) => {
      const [{ name }, { inputs, statics }] = applicationOf(step);
      const operands = inputs.map((x, k) => `${describe(x)} moved by #${step.operands[k] ?? 0}`);
      return `${name}(${operands.join("; ")}), static argument ${JSON.stringify(statics)}`;
    })
    .join("\n");

/** Whether the derivative is by definition another than that of the value. */
export const holdsConstant = (steps: readonly Step[]): boolean =>
  steps.some((step) => applicationOf(step)[0].name === "stopGradient");
