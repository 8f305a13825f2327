import {
  type Container,
  isValue,
  Matrix,
  type MatrixValue,
  type Scalar,
  shapeOf,
  type Vector,
} from "@jacobian/core";
import { formulasOf } from "../formula/container.ts";
import type { Formula } from "../formula/formula.ts";
import { planOf } from "../print/code/plan.ts";
import { chunkedSource } from "./chunked.ts";
import { heaviest, totalWeight } from "./chunks.ts";
import { directSource } from "./direct.ts";
import { EngineLanguage } from "./language.ts";
import { lowered } from "./lowered.ts";
import { checkParameters, placesOf } from "./names.ts";
import { functionOnSlots, type OnSlots } from "./on-slots.ts";
import { programOf } from "./program.ts";
import type { ResultOf } from "./results.ts";
import { outShapeOf, problemOf, type Signature } from "./signature.ts";

/** Nothing, or the array to write the result into where it is one array. */
type Out<Y> = [Y] extends [Scalar]
  ? []
  : [Y] extends [Vector | MatrixValue]
    ? [out?: ResultOf<Y>]
    : [];

type NumberForEach<V> = { -readonly [K in keyof V]: number };

/** A function on numbers or, of a vector of variables, on a Float64Array. */
export type FunctionOf<Y, V> = V extends readonly Scalar[]
  ? (...x: [...NumberForEach<V>, ...Out<Y>]) => ResultOf<Y>
  : (x: Float64Array, ...out: Out<Y>) => ResultOf<Y>;

/** How a function is made of formulas; see `toFunction`. */
export interface ToFunctionOptions {
  /** Whether code is generated; by default wherever the platform lets it be. */
  readonly generate?: boolean;
}

type Made = (...args: unknown[]) => unknown;

interface Task {
  readonly y: Container;
  readonly outputs: readonly Formula[];
  readonly signature: Signature;
  readonly placeOf: (name: string) => number;
}

/** Runs source that our printer has written; it is given its functions, and how to look at arguments. */
const run = (source: string, language: EngineLanguage, signature: Signature): unknown => {
  const check = (args: ArrayLike<unknown>): void => {
    const problem = problemOf(signature, args);
    if (problem !== undefined) throw problem;
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- nothing in it is text of a user
  const maker = new Function("f", "check", "Matrix", language.preamble + source) as Made;
  return maker(language.functions, check, Matrix);
};

const generated = ({ y, outputs, signature, placeOf }: Task): Made => {
  const language = new EngineLanguage();
  const plan = planOf(outputs, language.repeats);
  if (totalWeight(plan, outputs, language.isCall) <= heaviest) {
    const source = directSource(y, outputs, plan, signature, language, placeOf);
    return run(source, language, signature) as Made;
  }
  const named = planOf(outputs, language.repeats, outputs);
  const { length } = signature.names;
  const source = chunkedSource(outputs, named, language, placeOf, length);
  // What the source returns.
  const chunks = run(source, language, signature) as OnSlots["run"][];
  return functionOnSlots(y, outputs.length, signature, {
    slots: new Float64Array(length + named.named.size),
    run: (slots, to) => {
      for (const chunk of chunks) chunk(slots, to);
    },
  });
};

const interpreted = ({ y, outputs, signature, placeOf }: Task): Made => {
  const program = programOf(outputs, signature.names.length, placeOf);
  return functionOnSlots(y, outputs.length, signature, program);
};

/**
 * A function that computes formulas from numbers for their variables: `f(...numbers)`, or `f(x)` on a
 * Float64Array where the variables are a vector. What it gives has the container of the formulas; one that
 * is an array is written into `out` if that is given last. Each subformula is computed once, so values and
 * derivatives share what they have in common.
 *
 * Code is generated (nothing in it is text of a user), and where that is forbidden (a content security
 * policy) the same operations are interpreted, with the same results to the last bit.
 * @throws DomainError for a variable that is none, is there twice or is missing, and for more than 10 000 of them
 * that are not a vector.
 * @example
 * const [r, t] = symbols("r theta");
 * const polar = [mul(r, cos(t)), mul(r, sin(t))];
 * const f = toFunction({ value: polar, jacobian: jacobian(polar, [r, t]) }, [r, t]);
 * f(2, Math.PI).value[0]; // -2
 */
export const toFunction = <const Y extends Container, const V extends readonly Scalar[] | Vector>(
  formulas: Y,
  variables: V,
  options: ToFunctionOptions = {},
): FunctionOf<Y, V> => {
  const outputs = lowered(formulasOf("toFunction", formulas));
  const places = placesOf("toFunction", outputs, formulasOf("toFunction", variables));
  const isVector = isValue(variables) && shapeOf(variables).length > 0;
  if (!isVector) {
    checkParameters("toFunction", places.size, "give them as a vector, toFunction(y, vector(x))");
  }
  const task: Task = {
    y: formulas,
    outputs,
    signature: { names: [...places.keys()], isVector, out: outShapeOf(formulas) },
    placeOf: (name) => places.get(name)!,
  };
  const made: unknown = options.generate === false ? interpreted(task) : compiled(task);
  // It looks at its arguments, and its results are like the formulas.
  return made as FunctionOf<Y, V>;
};

/** By generated code where that is allowed. */
const compiled = (task: Task): Made => {
  try {
    return generated(task);
  } catch (error) {
    if (error instanceof EvalError) return interpreted(task);
    throw error;
  }
};
