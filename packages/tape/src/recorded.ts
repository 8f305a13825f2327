import {
  type Differentiable,
  type Input,
  type Mirror,
  type OutputFor,
  type Scalar,
  type Scalars,
  type Value,
  LevelError,
  OperatorError,
  copied,
  leavesOf,
  mapLeaves,
  sameStructure,
  scalarOutput,
  withLeaves,
} from "@jacobian/core";
import { withCopies } from "./arguments.ts";
import { type Line, linesOf, toDot, toText } from "./graph.ts";
import type { ValueAndGradient } from "./gradient.ts";
import { type AnyFunction, type Pullback, type Pulled, pull } from "./pull.ts";
import { Recorder, identical, stale } from "./recorder.ts";
import type { Machine } from "./steps.ts";
import type { Vjp } from "./vjp.ts";

/**
 * A function as the operations it came to, which can be looked at, and done again at other inputs without
 * evaluating the function.
 */
export interface Recorded<A, Y> {
  /** The value at the last input. @throws LevelError where evaluating f there threw. */
  readonly value: Y;
  /** How often the function itself was evaluated: once, and again whenever a guard failed. */
  readonly evaluations: number;
  /** Recorded operations; guards are none. */
  readonly operations: number;
  /** Bytes held in typed arrays: slots, partial derivatives, values, adjoints. */
  readonly bytes: number;
  /**
   * The value at x and its pullback, which the next use of the tape makes stale.
   * @throws ShapeError unless x has the structure of the first input; the pullback throws ShapeError unless
   * w has that of the output, and LevelError when it is stale.
   */
  pullback(x: Mirror<A>): Pullback<Y, Mirror<A>>;
  /** f(x) and J(x)ᵀ·w. @throws ShapeError for an x or w of another structure. */
  vjp(x: Mirror<A>, w: Y): Vjp<Y, Mirror<A>>;
  /** @throws ShapeError unless the output is one scalar, or for an x of another structure. */
  valueAndGradient(this: Recorded<A, OutputFor<A, Scalar>>, x: Mirror<A>): ValueAndGradient<A>;
  /** @throws ShapeError unless the output is one scalar, or for an x of another structure. */
  gradient(this: Recorded<A, OutputFor<A, Scalar>>, x: Mirror<A>): Mirror<A>;
  /**
   * The operations line by line, with values, and with adjoints after a sweep.
   * @throws LevelError where evaluating f at the last input threw.
   */
  toText(): string;
  /** The same as a graph for Graphviz. @throws LevelError as `toText`. */
  toDot(): string;
}

/** Containers of plain values with the same bits. */
const isSame = (x: unknown, y: unknown): boolean => {
  const others = leavesOf("record", y);
  return leavesOf("record", x).every((leaf, k) => identical(leaf, others[k] ?? NaN));
};

class Replayable {
  evaluations = 0;
  private readonly constants: readonly unknown[];
  private generation = 0;
  private swept = false;
  private busy = false;
  /** Whether what it holds belongs to the last input: not while it is replayed, nor after f has thrown. */
  private settled = false;
  private last: unknown;
  private pulled!: Pulled;
  private recorder!: Recorder;
  private machine!: Machine;

  constructor(
    private readonly f: AnyFunction,
    x: unknown,
    constants: readonly unknown[],
  ) {
    this.constants = withCopies(constants);
    this.evaluate(x);
  }

  get value(): unknown {
    this.checkSettled("the value");
    return this.last;
  }

  get operations(): number {
    return this.recorder.record.operations;
  }

  get bytes(): number {
    return this.recorder.record.bytes + this.machine.values.byteLength;
  }

  pullback(x: unknown): Pullback<unknown, unknown> {
    return this.at("pullback", x);
  }

  vjp(x: unknown, w: unknown): Vjp<unknown, unknown> {
    const { value, pullback } = this.at("vjp", x);
    return { value, cotangent: pullback(w) };
  }

  valueAndGradient(x: unknown): { readonly value: unknown; readonly gradient: unknown } {
    return this.sloped("valueAndGradient", x);
  }

  gradient(x: unknown): unknown {
    return this.sloped("gradient", x).gradient;
  }

  toText(): string {
    return toText(this.lines);
  }

  toDot(): string {
    return toDot(this.lines);
  }

  private get lines(): readonly Line[] {
    this.checkSettled("the operations");
    const { recorder, pulled, machine, swept } = this;
    const adjoints = swept ? recorder.record.adjoints : undefined;
    return linesOf(recorder, pulled.inputs, machine.values, adjoints);
  }

  private sloped(operation: string, x: unknown) {
    const { value, pullback } = this.at(operation, x);
    scalarOutput(operation, value);
    return { value, gradient: pullback(mapLeaves(operation, value, () => 1)) };
  }

  /** The tape at x: replayed, or where a guard fails recorded again. */
  private at(operation: string, x: unknown): Pullback<unknown, unknown> {
    const { container } = this.pulled;
    sameStructure(operation, container, x, "record again for an input of another structure");
    const leaves = leavesOf(operation, x);
    this.recorder.admit(leaves);
    this.alone(operation, () => {
      // Before anything is overwritten.
      this.generation++;
      this.recorder.replayed = true;
      this.swept = false;
      this.settled = false;
      if (this.replay(leaves)) return;
      const { recorder } = this;
      this.evaluate(x);
      // Nothing but stale pullbacks knows it any more.
      recorder.release();
    });
    const { value, pulled, generation } = this;
    const pullback = (w: unknown): unknown => {
      if (generation !== this.generation) throw stale("a pullback");
      const cotangent = this.alone(operation, () => pulled.pullback(w));
      // From elements there are no numbers to be shown.
      this.swept = pulled.tape.isPlain(leavesOf(operation, w));
      return cotangent;
    };
    return { value, pullback };
  }

  /** @throws LevelError where f, or a rule of its own, uses this very record: its room holds another point just now. */
  private alone<T>(operation: string, use: () => T): T {
    if (this.busy) {
      throw new LevelError(
        `${operation}: expected a function that does not use its own record, got such a use while the record is replayed or swept; evaluate the function itself there, or record it again`,
      );
    }
    this.busy = true;
    try {
      return use();
    } finally {
      this.busy = false;
    }
  }

  /** @throws LevelError where the last input has no value. */
  private checkSettled(what: string): void {
    if (this.settled) return;
    throw new LevelError(
      `record: expected a tape whose function gave a value at the last input, got one whose function threw there, asked for ${what}; use the tape at an input where it does not`,
    );
  }

  private evaluate(x: unknown): void {
    this.evaluations++;
    const recorder = new Recorder();
    // Copies again: f may write into them.
    const pulled = pull("record", this.f, x, withCopies(this.constants), recorder);
    recorder.admit(pulled.outputs);
    const { slots, partials } = recorder.record;
    const before = [this.pulled, this.recorder, this.machine] as const;
    [this.pulled, this.recorder, this.machine] = [
      pulled,
      recorder,
      { values: new Float64Array(slots), partials },
    ];
    // The steps at the same input: gives every slot its value, and must give what f gave.
    const again = this.replay(pulled.inputs.map(({ primal }) => primal)) ? this.last : undefined;
    if (again !== undefined && isSame(pulled.value, again)) return;
    // What was refused is not replayed later.
    [this.pulled, this.recorder, this.machine] = before;
    this.settled = false;
    throw new OperatorError(
      "record: expected operations that give the same when they are applied again to the same, got another value; write into no array that an operation has used, and let rules depend on their operands alone, or differentiate without a record",
    );
  }

  private replay(leaves: readonly Value[]): boolean {
    const { recorder, machine } = this;
    const { inputs, outputs, value } = this.pulled;
    inputs.forEach((node, k) => recorder.settle(node, copied(leaves[k] ?? NaN), machine));
    try {
      for (const step of recorder.steps) if (!step.redo(machine)) return false;
    } catch {
      // Of what a rule throws here f may know more: it is evaluated again, and throws or catches.
      return false;
    }
    const now = outputs.map((y) => copied(recorder.fresh(y, machine)));
    this.last = withLeaves("record", value, now);
    this.settled = true;
    return true;
  }
}

/**
 * Records f at x once, for many evaluations: a replay does the same operations at another input, without
 * evaluating f, as long as all that f looked at comes out as before: every comparison, every active piece
 * of a kinked function, every plain value that it read or that `floor` and its like gave it, the operands of
 * every rule that threw. Else f is evaluated and recorded again. f must depend on nothing that changes but its
 * first argument; the record has copies of the further arguments, but captured arrays are not copied.
 * @throws LevelError if x, or what f captures, holds an element of a derivative around it; OperatorError
 * for an output that is no value, or where the operations, applied again, do not give what f gave.
 * @example
 * const tape = record(([x, y]) => mul(square(x), y))([1, 3]);
 * tape.gradient([2, 5]); // [ 20, 4 ]
 * tape.evaluations; // 1
 */
export const record =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  <const A extends Input<X>>(x: A, ...constants: C): Recorded<A, OutputFor<A, Y>> =>
    // Containers come as those of x and of the output of f.
    new Replayable(f, x, constants) as unknown as Recorded<A, OutputFor<A, Y>>;
