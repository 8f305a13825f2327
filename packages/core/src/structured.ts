import { allPlain, highest } from "./dispatch.ts";
import { algebraOf } from "./escape.ts";
import type { Dependence, Static, Traits } from "./primitive.ts";
import { ShapeError } from "./errors.ts";
import { checkedShape, isValue, mismatch, notAValue, sameShape, shapeOf } from "./shape.ts";
import type { Plain, Shape, Value } from "./value.ts";

/** Eigenvalues of a symmetric matrix: what an engine must know of them where they meet, and have no derivative each. */
export interface Spectrum {
  /** Of its symmetric part the eigenvalues are; written with linear primitives of the inputs. */
  readonly matrix: Value;
  /** Which of its ascending eigenvalues the first output holds, entry by entry. */
  readonly indices: readonly number[];
  /** All eigenvalues of a plain matrix, ascending, and orthonormal eigenvectors as columns. */
  readonly decompose: (A: Plain) => readonly [values: Plain, vectors: Plain];
}

export interface StructuredSpec<S> extends Traits {
  /** The outputs on plain inputs, whose shapes `shape` has let pass. */
  readonly value: (inputs: readonly Plain[], s: S) => readonly Plain[];
  /** The outputs' shapes. @throws ShapeError for shapes that do not fit. */
  readonly shape: (inputs: readonly Shape[], s: S) => readonly Shape[];
  /**
   * The outputs' tangents, one for each output, written with linear and bilinear primitives; the
   * tangent of a constant input is a plain array of zeros.
   */
  readonly pushforward: (
    tangents: readonly Value[],
    inputs: readonly Value[],
    outputs: readonly Value[],
    s: S,
  ) => readonly Value[];
  /**
   * The inputs' adjoints; obtained by transposing the pushforward if it is not given. A rule that is
   * its own pushforward must give it: transposing would ask for itself.
   */
  readonly pullback?: (
    bars: readonly Value[],
    inputs: readonly Value[],
    outputs: readonly Value[],
    s: S,
  ) => readonly Value[];
  readonly dependence?: Dependence;
  /** What the first output is, if it is one or more eigenvalues; further outputs do not move then. */
  readonly spectrum?: (inputs: readonly Value[], s: S) => Spectrum;
}

/** @throws ShapeError unless a rule gives one value for each of `model`. */
const counted = <T>(operation: string, values: readonly T[], model: readonly unknown[]) => {
  if (values.length === model.length) return values;
  throw new ShapeError(
    `${operation}: expected ${model.length} values, got ${values.length}; give one for each`,
  );
};

/**
 * What a rule gives for each of `model`: of its shape, or a scalar that stands for every entry; an adjoint of
 * a scalar may be an array, which is summed.
 * @throws ShapeError for another number of them or another shape; OperatorError for what is no value.
 */
const fitting = (
  operation: string,
  values: readonly Value[],
  model: readonly Value[],
  isAdjoint: boolean,
) => {
  counted(operation, values, model).forEach((x, k) => {
    if (!isValue(x)) throw notAValue(operation, x);
    const [own, got] = [shapeOf(model[k]!), shapeOf(x)];
    if (isAdjoint && own.length === 0) return;
    if (got.length > 0 && !sameShape(own, got))
      throw mismatch(operation, "shapes as of the values they belong to", got, own);
  });
  return values;
};

/** A function of several whole values with several results, as engines see it. */
export class StructuredRule<S = undefined> {
  readonly kind = "structured";
  readonly dependence: Dependence;
  readonly pushforward: StructuredSpec<S>["pushforward"];
  readonly pullback: StructuredSpec<S>["pullback"];
  constructor(
    readonly name: string,
    readonly traits: StructuredSpec<S>,
  ) {
    this.dependence = traits.dependence ?? "dense";
    const { pushforward, pullback } = traits;
    this.pushforward = (tangents, inputs, outputs, s) =>
      fitting(`${name}: pushforward`, pushforward(tangents, inputs, outputs, s), outputs, false);
    this.pullback =
      pullback &&
      ((bars, inputs, outputs, s) =>
        fitting(`${name}: pullback`, pullback(bars, inputs, outputs, s), inputs, true));
  }

  /** The outputs on any inputs. */
  apply(inputs: readonly Value[], s: S): readonly Value[] {
    const top = highest(this.name, inputs);
    // An algebra may keep the list, and the caller may fill it again.
    if (top !== undefined) return algebraOf(this.name, top).structured(this, inputs.slice(), s);
    const shapes = this.traits.shape(inputs.map(shapeOf), s);
    const outputs = counted(this.name, this.traits.value(allPlain(inputs), s), shapes);
    outputs.forEach((y, k) => checkedShape(this.name, shapes[k] ?? [], y));
    return outputs;
  }
}

/** A function of a list of values that gives a list of values. */
export interface Structured<S = undefined> {
  (inputs: readonly Value[], ...s: Static<S>): readonly Value[];
  readonly rule: StructuredRule<S>;
}

/**
 * Defines a function of any number of whole values, with any number of results.
 * @example
 * const swap = structured("swap", {
 *   value: ([x = 0, y = 0]) => [y, x],
 *   shape: ([x = [], y = []]) => [y, x],
 *   pushforward: ([dx = 0, dy = 0]) => [dy, dx],
 * });
 * swap([1, 2]); // [ 2, 1 ]
 */
export function structured<S = undefined>(name: string, spec: StructuredSpec<S>): Structured<S> {
  const rule = new StructuredRule<S>(name, spec);
  const call = (inputs: readonly Value[], s: S): readonly Value[] => rule.apply(inputs, s);
  // Static<S> is [] or [S]: an absent static argument is undefined, which is S then.
  return Object.assign(call as (inputs: readonly Value[], ...s: Static<S>) => readonly Value[], {
    rule,
  });
}
