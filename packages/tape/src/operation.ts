import {
  type Algebra,
  type Element,
  type StructuredSpec,
  type Value,
  LevelError,
  StructuredRule,
  copied,
  leavesOf,
  sameStructure,
  shapeOf,
  withLeaves,
  zeros,
} from "@jacobian/core";
import { elementsOf } from "./arguments.ts";
import { pullBack } from "./pull.ts";
import { Tape } from "./tape.ts";

/** A function of containers that an engine keeps as one operation: its inputs and outputs, not its steps. */
export interface Operation {
  readonly name: string;
  /** The output, a container, where the inputs are these. */
  readonly evaluate: (inputs: readonly Value[]) => unknown;
  /** The adjoints of the inputs, in order, from that of the output. */
  readonly pullback: (bar: unknown, inputs: readonly Value[], output: unknown) => readonly Value[];
  /**
   * Opaque: one operation to every engine, and a function of its inputs alone. Transparent: one operation
   * to a tape only; another engine runs `evaluate` on its elements, and elements of outer levels may be
   * captured.
   */
  readonly transparent: boolean;
}

type Map = (values: readonly Value[]) => readonly Value[];

/** A structured rule made for one call; what it computes is not known to be plain. */
class OperationRule extends StructuredRule {
  constructor(
    name: string,
    {
      pushforward,
      pullback,
    }: Required<Pick<StructuredSpec<undefined>, "pushforward" | "pullback">>,
    private readonly compute: Map,
  ) {
    // `apply` stands before these two.
    super(name, { value: () => [], shape: () => [], pushforward, pullback });
  }

  /** As every rule is applied. */
  enter(inputs: readonly Value[]): readonly Value[] {
    return super.apply(inputs, undefined);
  }

  /** What a function of the user gets and gives, it may write into. */
  override apply(inputs: readonly Value[]): readonly Value[] {
    return this.compute(inputs.map(copied)).map(copied);
  }
}

/** Fᵀ·v of a linear F with outputs like `v`, by reverse mode at 0, from `model`, values like its inputs. */
const transposed = (name: string, linear: Map, model: readonly Value[], v: readonly Value[]) =>
  // Adjoints come in the container of the inputs: a list of values.
  pullBack(
    name,
    linear,
    model.map((x) => zeros(shapeOf(x))),
    v,
  ) as readonly Value[];

const topOf = (elements: readonly Element[]): Algebra | undefined =>
  elements.reduce<Algebra | undefined>(
    (top, { algebra }) => (top === undefined || algebra.level > top.level ? algebra : top),
    undefined,
  );

/** @throws LevelError if `captured` is an element that an output can only have by capture. */
const refuse = (name: string, captured: Element | undefined): void => {
  if (captured === undefined) return;
  throw new LevelError(
    `${name}: expected a function of its arguments alone, got one that captured an element of the derivative around it (its output is ${captured.toString()}); pass what it captures as a further argument`,
  );
};

/** The output where no engine takes the operation as one; it may hold elements of levels below `level` only. */
const evaluated = (
  { name, transparent, evaluate }: Operation,
  inputs: readonly Value[],
  level: number,
): unknown => {
  const output = evaluate(inputs);
  // A transparent operation without any input that is recorded would quietly keep every step of its own.
  const alone = transparent && inputs.length === 0;
  const captured = ({ algebra }: Element): boolean =>
    algebra.level >= (transparent ? level : 0) || (alone && algebra instanceof Tape);
  refuse(name, elementsOf(output).find(captured));
  return output;
};

/** The operation on inputs of which some may be elements: the engine of the highest level takes it first. */
export const perform = (
  operation: Operation,
  inputs: readonly Value[],
  level = Infinity,
): unknown => {
  const { name, transparent } = operation;
  const algebra = topOf(elementsOf(inputs));
  if (algebra === undefined || (transparent && !(algebra instanceof Tape)))
    return evaluated(operation, inputs, level);
  let output: unknown;
  const shaped = (values: readonly Value[]): unknown => withLeaves(name, output, values);
  const compute: Map = (primals) => {
    const next = perform(operation, primals, algebra.level);
    const leaves = leavesOf(name, next);
    // In a replay: keys that change are not seen in the leaves.
    if (output !== undefined) sameStructure(name, output, next, "record again");
    // Its structure as it is now: the function may hold the container, and change it.
    output = withLeaves(name, next, leaves);
    return leaves;
  };
  const pullback = (
    bars: readonly Value[],
    primals: readonly Value[],
    outputs: readonly Value[],
  ): readonly Value[] => operation.pullback(shaped(bars), primals, shaped(outputs));
  const pushforward: StructuredSpec<undefined>["pushforward"] = (tangents, primals, outputs) =>
    transposed(name, (bars) => pullback(bars, primals, outputs), outputs, tangents);
  const rule = new OperationRule(name, { pushforward, pullback }, compute);
  return shaped(rule.enter(inputs));
};
