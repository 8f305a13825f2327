import {
  type Differentiable,
  type Input,
  type MatrixFor,
  type Scalars,
  DomainError,
  describe,
  entryCount,
  copied,
  mapLeaves,
  value,
} from "@jacobian/core";
import { jacobian as forward } from "@jacobian/dual";
import { jacobian as reverse } from "@jacobian/tape";

export interface JacobianOptions {
  /** Column by column, row by row, or whichever there are fewer of (the default). */
  readonly mode?: "auto" | "forward" | "reverse";
  /** Columns that one evaluation gives, or rows that one sweep gives, from 1 to 32; 32 or 16 if not said. */
  readonly chunk?: number;
}

/**
 * The Jacobian of f with respect to its first argument, exact to rounding: a row for each entry of
 * the output, a column for each entry of the input, both in container order (matrices row by row);
 * 1×n for a scalar function, m×1 for a curve. `mode: "auto"` evaluates f once to count its outputs
 * and goes forward if there are at least as many as inputs, else in reverse.
 * @throws DomainError for another mode or chunk; OperatorError or LevelError for an output that is no value
 * of f's own.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * jacobian(polar)([2, 0]); // Matrix 2×2 [1 0] [0 2]
 */
export const jacobian = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: JacobianOptions = {},
): (<const A extends Input<X>>(x: A, ...constants: C) => MatrixFor<A>) => {
  const { mode, ...chunk } = checked(options);
  const [byColumns, byRows] = [forward(f, chunk), reverse(f, chunk)];
  return (x, ...constants) => {
    const isForward = mode === "auto" ? isTall(f, x, constants) : mode === "forward";
    return (isForward ? byColumns : byRows)(x, ...constants);
  };
};

const modes: readonly unknown[] = ["auto", "forward", "reverse"];

const isOptions = (x: unknown): x is JacobianOptions => typeof x === "object" && x !== null;

/** What a program that is not type-checked may pass is refused, not ignored; `chunk` is checked where it goes. */
const checked = (options: unknown): JacobianOptions => {
  const { mode = "auto", chunk, ...others } = isOptions(options) ? options : {};
  const wrong = isOptions(options) ? Object.keys(others)[0] : describe(options);
  if (wrong === undefined && modes.includes(mode)) {
    return chunk === undefined ? { mode } : { mode, chunk };
  }
  throw new DomainError(
    `jacobian: expected options { mode: "auto" | "forward" | "reverse", chunk }, got ${wrong ?? describe(mode)}; leave them out for auto`,
  );
};

const isTall = (
  f: (...args: never[]) => unknown,
  x: unknown,
  constants: readonly unknown[],
): boolean => {
  const inputs = entryCount("jacobian", x);
  // The types of f were checked where the door was entered; a curve is tall whatever its outputs.
  // On plain values of its own: nothing of this evaluation shall be recorded by an outer derivative,
  // and nothing that f writes shall reach the caller's x.
  const plain = () => mapLeaves("jacobian", x, (leaf) => copied(value(leaf)));
  const output = () => (f as (...args: readonly unknown[]) => unknown)(plain(), ...constants);
  return inputs <= 1 || inputs <= entryCount("jacobian", output());
};
