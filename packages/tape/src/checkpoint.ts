import type { Value } from "@jacobian/core";
import { takenApart } from "./arguments.ts";
import { type Operation, perform } from "./operation.ts";
import { pullBack } from "./pull.ts";

/**
 * The same function, of which a tape keeps the inputs and outputs only: its steps are recorded when its
 * pullback is asked for, and forgotten again. So it costs one more evaluation, and memory for one such call
 * at a time (Griewank & Walther 2008, ch. 12). Calls may be nested.
 * @throws LevelError if f captures an element of the derivative that is being recorded: pass it as an argument.
 * @example
 * const block = checkpoint((x: Scalar, w: Scalar): Scalar => square(sub(mul(w, x), 1)));
 * gradient(([x, w]) => block(block(x, w), w))([3, 1]); // [ 24, 96 ]
 */
export const checkpoint =
  <A extends readonly unknown[], Y>(f: (...args: A) => Y) =>
  (...args: A): Y => {
    const { elements, filled } = takenApart(args);
    const evaluate = (values: readonly unknown[]): Y =>
      // Values come for the elements of the arguments, one for each.
      f(...filled(values as readonly Value[]));
    const pullback: Operation["pullback"] = (bar, values) =>
      pullBack("checkpoint", evaluate, values, bar) as readonly Value[];
    return perform({ name: "checkpoint", transparent: true, evaluate, pullback }, elements) as Y;
  };
