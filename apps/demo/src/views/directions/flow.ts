import { add, jacobian, JacobianError, jvp, type Scalar, vjp } from "jacobian";
import type { Program } from "./program.ts";

/** What flows through a program at a point, line by line. */
export interface Flow {
  readonly values: readonly number[];
  /** How fast each line moves while the point moves along v. */
  readonly tangents: readonly number[];
  /** How fast w·f moves while the line alone is nudged. */
  readonly adjoints: readonly number[];
  /** The slope of each line in each of its operands. */
  readonly slopes: readonly (readonly number[])[];
}

/** Every line of the program, each with a nudge of its own added. */
const run = (
  { lines, inputs }: Program,
  x: readonly Scalar[],
  nudges: readonly Scalar[],
): readonly Scalar[] => {
  const values: Scalar[] = [];
  lines.forEach(({ apply, operands }, k) => {
    const value = apply === undefined ? x[k]! : apply(operands.map((operand) => values[operand]!));
    values.push(k < inputs ? value : add(value, nudges[k - inputs]!));
  });
  return values;
};

/** Undefined where something is not finite. */
export const flowOf = (
  program: Program,
  x: readonly number[],
  v: readonly number[],
  w: readonly number[],
): Flow | undefined => {
  const { lines, outputs, inputs } = program;
  const none = lines.slice(inputs).map(() => 0);
  const whole = (z: readonly Scalar[]) => run(program, z.slice(0, inputs), z.slice(inputs));
  const ends = (z: readonly Scalar[]) => {
    const values = whole(z);
    return outputs.map((k) => values[k]!);
  };
  try {
    const { value, tangent } = jvp(whole)([...x, ...none], [...v, ...none]);
    // A nudge of a line is an input like any other: its cotangent is the line's adjoint.
    const { cotangent } = vjp(ends)([...x, ...none], [...w]);
    const values = value as readonly number[];
    const slopes = lines.map(({ apply, operands }) =>
      apply === undefined || operands.length === 0
        ? []
        : [...jacobian(apply)(operands.map((k) => values[k]!)).data],
    );
    const flow = {
      values,
      tangents: tangent as readonly number[],
      adjoints: cotangent as readonly number[],
      slopes,
    };
    const all = [...flow.values, ...flow.tangents, ...flow.adjoints, ...slopes.flat()];
    return all.every(Number.isFinite) ? flow : undefined;
  } catch (error) {
    if (error instanceof JacobianError) return undefined;
    throw error;
  }
};
