import { plainOf, sizeOf } from "@jacobian/core";
import type { Plain, Value } from "@jacobian/core";
import { random } from "@tooling/conformance";
import { loops } from "./loop-operations.ts";
import { directOperands, guardedOperands, operandOf, pick } from "./operands.ts";
import type { Operand } from "./operands.ts";
import type { Operation } from "./operations.ts";
import { families, scalarOperations } from "./operations.ts";
import type { Plan, Step } from "./plans.ts";
import { steady } from "./steady.ts";

/** One application: typed by shape, and smooth at the program's input. */
export interface Application {
  readonly operation: Operation;
  readonly operands: readonly Operand[];
  /** At the program's input. */
  readonly results: readonly Plain[];
}

/** The input's leaves, then the results of every application, are its values, counted from 0. */
export interface RandomProgram {
  readonly inputs: readonly Plain[];
  readonly applications: readonly Application[];
}

const makers = Object.values(loops);

/** Families and loops are drawn alike. */
const operationOf = ({ family, operation, body }: Step): Operation => {
  const which = family % (families.length + makers.length);
  const chosen = families[which];
  return chosen === undefined
    ? pick(makers, which - families.length)(pick(scalarOperations, body))
    : pick(chosen.operations, operation);
};

/** Operands go in as they are where the operation is smooth there, else near its anchors. */
const applicationOf = (step: Step, values: readonly Plain[]): Application => {
  const operation = operationOf(step);
  // Plain operands give plain results.
  const at = (operands: readonly Operand[]) =>
    operands.map((operand) => operandOf(operand, values) as Plain);
  const guarded = guardedOperands(operation, step.operands, values);
  const direct = directOperands(operation, guarded, values);
  const operands = !step.guarded && steady(operation.run, at(direct)) ? direct : guarded;
  return { operation, operands, results: operation.run(at(operands)) as Plain[] };
};

/** Entries of three digits, which are short to read. */
const inputsOf = ({ shapes, seed }: Plan): Plain[] => {
  const draw = random(seed);
  const entry = () => Math.round(1000 * draw()) / 1000;
  return shapes.map((shape) => plainOf(shape, new Float64Array(sizeOf(shape)).map(entry)));
};

/** The program that a plan stands for, and its input. */
export const programOf = (plan: Plan): RandomProgram => {
  const inputs = inputsOf(plan);
  const values = [...inputs];
  const applications = plan.steps.map((step) => {
    const application = applicationOf(step, values);
    values.push(...application.results);
    return application;
  });
  return { inputs, applications };
};

/** The results that no application reads: so none is computed in vain. */
export const outputsOf = ({ inputs, applications }: RandomProgram): number[] => {
  const read = new Set(applications.flatMap(({ operands }) => operands.map(({ from }) => from)));
  const results = applications.flatMap((each) => each.results).map((_, k) => inputs.length + k);
  return results.filter((k) => !read.has(k));
};

/** All values at an input; where `held` is set, what is held constant keeps the value it has. */
export const valuesOf =
  ({ applications }: RandomProgram, held = false) =>
  (x: unknown): readonly Value[] => {
    // A program is run on lists of values, as its inputs are one.
    const values = [...(x as readonly Value[])];
    for (const { operation, operands, results } of applications) {
      const outputs =
        held && operation.held
          ? results
          : operation.run(operands.map((operand) => operandOf(operand, values)));
      values.push(...outputs);
    }
    return values;
  };

/** The program as a function of its input: the values that nothing reads. */
export const run = (program: RandomProgram, held = false) => {
  const outputs = outputsOf(program);
  const all = valuesOf(program, held);
  return (x: unknown): readonly Value[] => {
    const values = all(x);
    return outputs.map((k) => values[k] ?? NaN);
  };
};
