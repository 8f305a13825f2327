import {
  type Container,
  type Index,
  type Position,
  type Value,
  DomainError,
  Element,
  fold,
  leavesOf,
  offset,
  scalar,
  shapeOf,
  zeros,
} from "@jacobian/core";
import { type Arguments, takenApart } from "./arguments.ts";
import { type Operation, perform } from "./operation.ts";
import { pullBack } from "./pull.ts";
import { firstCheckpoints, longestChain, revolve } from "./revolve.ts";

/** How much a checkpointed loop may keep. */
export interface CheckpointOptions {
  /**
   * Carries that are kept, the start among them. If not said, the fewest with which no step is advanced more
   * than three times.
   */
  readonly checkpoints?: number;
}

type Step = (carry: Container, i: Index, ...parameters: readonly unknown[]) => Container;

/** The loop's steps, and how many carries it may keep. */
interface Plan {
  readonly step: Step;
  readonly steps: number;
  readonly checkpoints: number;
}

const advanced = (
  { step }: Plan,
  carry: Container,
  from: number,
  to: number,
  parameters: readonly unknown[],
): Container => fold(to - from, carry, (c, i) => step(c, offset(i, from), ...parameters));

type Given = Arguments<readonly unknown[]>;

/** Adjoints of a carry, and of the elements among the parameters. */
type Bars = readonly [carry: unknown, parameters: readonly Value[]];

/**
 * The adjoints before step k, from those after it. The parameters go through the record as outputs too, so that
 * theirs are added up in the order, and to the same bits, as if the whole loop were recorded.
 */
const reversed = (
  { step }: Plan,
  carry: Container,
  k: number,
  { filled }: Given,
  values: readonly Value[],
  bars: Bars,
): Bars => {
  const along = ([c, inner]: readonly [Container, readonly Value[]]) => [
    step(c, offset(k, 0), ...filled(inner)),
    inner,
  ];
  // Adjoints come in the container of the input.
  return pullBack("checkpointedFold", along, [carry, values], bars) as Bars;
};

const same = (a: readonly Value[], b: readonly Value[]): boolean =>
  a.length === b.length && a.every((x, k) => Object.is(x, b[k]));

/** The loop as one operation on the elements among its start and its parameters. */
const loop = (plan: Plan, start: Arguments<Container>, parameters: Given): Operation => {
  const { steps, checkpoints } = plan;
  const starting = start.elements.length;
  const carried = (inputs: readonly Value[]) => start.filled(inputs.slice(0, starting));
  const given = (inputs: readonly Value[]) => parameters.filled(inputs.slice(starting));
  // What the evaluation lays in passing the first reversal takes; later ones lay their own.
  let laid = new Map<number, Container>();
  let laidFor: readonly Value[] = [];

  const evaluate = (inputs: readonly Value[]): Container => {
    const constants = given(inputs);
    laid = new Map([[0, carried(inputs)]]);
    laidFor = inputs;
    let from = 0;
    for (const to of firstCheckpoints(steps, checkpoints)) {
      laid.set(to, advanced(plan, laid.get(from)!, from, to, constants));
      from = to;
    }
    return advanced(plan, laid.get(from)!, from, steps, constants);
  };

  const pullback: Operation["pullback"] = (bar, inputs) => {
    const known = same(inputs, laidFor) ? laid : new Map<number, Container>();
    laid = new Map();
    const constants = given(inputs);
    const values = inputs.slice(starting);
    let bars: Bars = [bar, values.map((x) => zeros(shapeOf(x)))];
    const advance = (carry: Container, from: number, to: number): Container => {
      const place = known.get(to);
      known.delete(to);
      return place ?? advanced(plan, carry, from, to, constants);
    };
    const reverse = (carry: Container, k: number): void => {
      bars = reversed(plan, carry, k, parameters, values, bars);
    };
    revolve({ advance, reverse }, carried(inputs), 0, steps, checkpoints);
    const ofStart = leavesOf("checkpointedFold", bars[0]);
    const places = leavesOf("checkpointedFold", start.filled(start.elements));
    return [...ofStart.filter((_, k) => places[k] instanceof Element), ...bars[1]];
  };
  return { name: "checkpointedFold", transparent: true, evaluate, pullback };
};

const whole = (what: string, n: number, least: number): number => {
  if (Number.isInteger(n) && n >= least) return n;
  throw new DomainError(
    `checkpointedFold: expected a whole number of ${what}, ${least} or more, got ${n}; call checkpointedFold(step, { checkpoints })(n, start)`,
  );
};

/** The fewest checkpoints with which no step is advanced more than three times. */
const enough = (steps: number): number => {
  let checkpoints = 1;
  while (longestChain(checkpoints, 3) < steps) checkpoints++;
  return checkpoints;
};

/**
 * `fold`, of which a tape keeps a few carries instead of all its steps: its pullback advances from them again and
 * records one step at a time, by the schedule that repeats least (Griewank & Walther 2000). With s checkpoints and
 * steps that are repeated r times at the most, C(s+r, s) steps can be reversed: a hundred thousand with 83 and 3.
 * What the step depends on and is differentiated goes in as further arguments.
 * @throws DomainError unless n is a whole number ≥ 0 and `checkpoints` one ≥ 1; ShapeError if a step changes the
 * structure of its carry; LevelError if it captures an element of the derivative that is being recorded.
 * @example
 * const grow = checkpointedFold((x: Scalar, _i, rate: Scalar): Scalar => mul(x, add(1, rate)));
 * gradient((rate: Scalar) => grow(1000, 1, rate))(0); // 1000
 */
export const checkpointedFold =
  <C extends Container, P extends readonly unknown[]>(
    step: (carry: C, i: Index, ...parameters: P) => C,
    options: CheckpointOptions = {},
  ) =>
  (n: Position, start: C, ...parameters: P): C => {
    const steps = whole("steps", scalar(n), 0);
    const checkpoints = whole("checkpoints", options.checkpoints ?? enough(steps), 1);
    // What `loop` hands on has the structures of carry and parameters.
    const plan: Plan = { step: step as unknown as Step, steps, checkpoints };
    const [carry, rest] = [takenApart<Container>(start), takenApart(parameters)];
    return perform(loop(plan, carry, rest), [...carry.elements, ...rest.elements]) as C;
  };
