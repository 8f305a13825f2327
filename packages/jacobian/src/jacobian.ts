import {
  type Differentiable,
  type Input,
  type MatrixFor,
  type Scalars,
  checkedFunction,
} from "@jacobian/core";
import { jacobian as forward } from "@jacobian/dual";
import { jacobian as reverse } from "@jacobian/tape";
import { byEngine } from "./mode/by-engine.ts";
import { byFewestOperations } from "./mode/chosen.ts";
import type { AnyFunction } from "./mode/cost.ts";
import { type JacobianOptions, checkedOptions } from "./mode/options.ts";

const engines = { forward, reverse };

/**
 * The Jacobian of f with respect to its first argument, exact to rounding: a row for each entry of
 * the output, a column for each entry of the input, both in container order (matrices row by row);
 * 1×n for a scalar function, m×1 for a curve. `mode: "auto"` takes the way of fewer operations, which it counts in
 * one evaluation of f the first time that it meets an input of so many entries, and again where the output has others
 * than then; `explain` shows the figures.
 * `{ engine }` has another package take it.
 * @throws DomainError for another mode, chunk or engine; OperatorError or LevelError for an output that is no value
 * of f's own.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * jacobian(polar)([2, 0]); // Matrix 2×2 [1 0] [0 2]
 */
export const jacobian = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: JacobianOptions = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => MatrixFor<A>) => {
  const { mode = "auto", chunk, engine } = checkedOptions("jacobian", options);
  const run = checkedFunction("jacobian", f) as AnyFunction;
  if (engine !== undefined) {
    const taken = byEngine(engine, run);
    // A plain matrix for plain input.
    return (x, ...constants) => taken(x, constants) as MatrixFor<typeof x>;
  }
  const chunks = chunk === undefined ? {} : { chunk };
  if (mode !== "auto") return engines[mode](f, chunks);
  const taken = byFewestOperations(run, chunk, (g, cheaper, x, constants) =>
    // g is f, whose constants these are.
    (engines[cheaper](g, chunks) as AnyFunction)(x, ...constants),
  );
  return (x, ...constants) => taken(x, constants) as MatrixFor<typeof x>;
};
