import { Matrix } from "@jacobian/core";
import type { Sample } from "./samples.ts";

/** What the derivative is, by name, where the function has none or several one-sided ones. */
export interface Convention {
  readonly name: string;
  readonly says: string;
  readonly at: Sample;
  /** The Jacobian, row by row. */
  readonly jacobian: readonly number[];
}

const convention = (
  name: string,
  says: string,
  inputs: Sample["inputs"],
  jacobian: readonly number[],
  statics?: unknown,
): Convention => ({ name, says, at: { inputs, statics }, jacobian });

const half = [0.5, 0.5];
const unit = { low: 0, high: 1 };
const third = 1 / 3;

export const conventions: readonly Convention[] = [
  convention("abs", "abs′(0) = 0", [0], [0]),
  convention("relu", "relu′(0) = 0", [0], [0]),
  convention("leakyRelu", "leakyRelu′(0) is the slope", [0], [0.1], 0.1),
  convention("leakyRelu", "leakyRelu′(0) is the slope", [0], [2], 2),
  convention("clamp", "½ at the lower bound", [0], [0.5], unit),
  convention("clamp", "½ at the upper bound", [1], [0.5], unit),
  convention("max", "the mean at a tie", [3, 3], half),
  convention("min", "the mean at a tie", [3, 3], half),
  convention(
    "max",
    "the mean at a tie, entry by entry",
    [Float64Array.of(3, 1), Float64Array.of(3, 2)],
    [0.5, 0, 0.5, 0, 0, 0, 0, 1],
  ),
  convention("amax", "the mean over ties", [Float64Array.of(2, 5, 5)], [0, ...half]),
  convention("amax", "the mean over ties", [Float64Array.of(2, 2, 2)], [third, third, third]),
  convention("amin", "the mean over ties", [Float64Array.of(2, 5, 2)], [0.5, 0, 0.5]),
  convention(
    "amin",
    "the mean over ties of each row",
    [new Matrix(2, 2, Float64Array.of(1, 1, 3, 2))],
    [0.5, 0.5, 0, 0, 0, 0, 0, 1],
    "rows",
  ),
  convention("norm2", "norm2′(0) = 0", [new Float64Array(2)], [0, 0]),
  convention("hypot", "hypot′(0, 0) = 0", [0, 0], [0, 0]),
  convention("mod", "from the right in x/y", [4, 2], [1, -2]),
  convention("mod", "from the right in x/y", [0, 2], [1, 0]),
  convention(
    "where",
    "a relation that holds at equality selects",
    [1, 1, 3, 4],
    [0, 0, 1, 0],
    "le",
  ),
  convention(
    "where",
    "a relation that does not selects the other",
    [1, 1, 3, 4],
    [0, 0, 0, 1],
    "lt",
  ),
  convention("where", "selection never multiplies", [0, 0, NaN, 4], [0, 0, 0, 1], "gt"),
  convention("floor", "0 at a jump", [2], [0]),
  convention("ceil", "0 at a jump", [2], [0]),
  convention("round", "0 at a jump", [2.5], [0]),
  convention("trunc", "0 at a jump", [-2], [0]),
  convention("sign", "0 at a jump", [0], [0]),
  convention("step", "0 at a jump", [0], [0]),
  convention("stopGradient", "0 everywhere", [1.5], [0]),
];
