import { JacobianError, Matrix, type Scalar } from "jacobian";
import { type Formula, parse, symbols, toFunction, toGeneric } from "@jacobian/symbolic";
import type { Compiled } from "./compiled.ts";

/** A compiled map that can be evaluated: at a point, a value and a Jacobian in one call. */
export interface Model extends Compiled {
  /** The same map for any engine. */
  readonly generic: (x: readonly Scalar[]) => readonly Scalar[];
  /** Undefined where f has no finite value. */
  readonly value: (x: readonly number[]) => readonly number[] | undefined;
  /** Undefined where f or its Jacobian has an entry that is not finite. */
  readonly at: (x: readonly number[]) => Sample | undefined;
}

export interface Sample {
  readonly x: readonly number[];
  readonly value: readonly number[];
  readonly jacobian: Matrix;
}

const finite = (values: readonly number[]): readonly number[] | undefined =>
  values.every(Number.isFinite) ? values : undefined;

/** Outside its domain a function may throw where another gives NaN. */
const tried = (f: () => readonly number[]): readonly number[] | undefined => {
  try {
    return finite(f());
  } catch (error) {
    if (error instanceof JacobianError) return undefined;
    throw error;
  }
};

const read = (texts: readonly string[], variables: readonly Formula[]): readonly Formula[] =>
  // Each is the text of one scalar.
  texts.map((each) => parse<string>(each, { variables }) as Formula);

/** The page lets no code be made of text, so formulas are interpreted. */
const interpreted = (formulas: readonly Formula[], variables: readonly Formula[]) => {
  const f = toFunction(formulas, variables, { generate: false });
  return (x: readonly number[]) => tried(() => f(...x));
};

export const modelOf = (compiled: Compiled): Model => {
  const variables = symbols(compiled.variables.join(" "));
  const outputs = read(compiled.outputs, variables);
  const entries = read(compiled.jacobian.flat(), variables);
  const [rows, cols] = [outputs.length, variables.length];
  const both = interpreted([...outputs, ...entries], variables);
  return {
    ...compiled,
    generic: toGeneric(outputs, variables),
    value: interpreted(outputs, variables),
    at: (x) => {
      const all = both(x);
      if (all === undefined) return undefined;
      const jacobian = new Matrix(rows, cols, Float64Array.from(all.slice(rows)));
      return { x, value: all.slice(0, rows), jacobian };
    },
  };
};
