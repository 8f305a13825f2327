import { type Differentiable, type Input, type Scalars, checkedFunction } from "@jacobian/core";
import { type AnyFunction, type Cost, costOf, isForwardCheaper } from "./mode/cost.ts";
import { type JacobianOptions, checkedOptions } from "./mode/options.ts";
import { printedAsText } from "./printed.ts";

const grouped = (n: number): string => n.toLocaleString("en-US").replaceAll(",", " ");

const counted = (n: number, one: string, many = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** What a Jacobian costs in each mode, and which `jacobian` takes. */
export class Explanation implements Cost {
  readonly rows: number;
  readonly cols: number;
  readonly operations: number;
  readonly forward: Cost["forward"];
  readonly reverse: Cost["reverse"];
  /** What `jacobian` with the same options does; "engine" where it leaves the matter to another. */
  readonly mode: "forward" | "reverse" | "engine";
  readonly reason: string;

  constructor(
    cost: Cost,
    /** Applications of each primitive in one evaluation, the most frequent first. */
    readonly applied: ReadonlyMap<string, number>,
    { mode = "auto", engine }: JacobianOptions,
  ) {
    ({
      rows: this.rows,
      cols: this.cols,
      operations: this.operations,
      forward: this.forward,
      reverse: this.reverse,
    } = cost);
    if (engine !== undefined) [this.mode, this.reason] = ["engine", "an engine is given"];
    else if (mode !== "auto") [this.mode, this.reason] = [mode, "this mode is asked for"];
    else [this.mode, this.reason] = choice(cost);
    printedAsText(this);
  }

  toString(): string {
    const { rows, cols, operations, forward, reverse, applied } = this;
    const names = [...applied].map(([name, n]) => `${n} ${name}`).join(", ");
    const { passes } = forward;
    return [
      `jacobian: ${counted(cols, "input")}, ${counted(rows, "output")}: a ${rows}×${cols} matrix`,
      `  evaluation  ${counted(operations, "operation")}${names === "" ? "" : ` (${names})`}`,
      `  forward     ${counted(forward.operations, "operation")}: ${counted(cols, "direction")} in ${counted(passes, "pass", "passes")}`,
      `  reverse     ${counted(reverse.operations, "operation")}: ${counted(rows, "row")} in ${counted(reverse.sweeps, "sweep")} of one record`,
      `  taken       ${this.mode}: ${this.reason}`,
    ].join("\n");
  }
}

const choice = (cost: Cost): readonly ["forward" | "reverse", string] => {
  const mode = isForwardCheaper(cost) ? "forward" : "reverse";
  if (cost.cols <= 1) return ["forward", "a curve has one column"];
  const [least, most] = [cost.forward.operations, cost.reverse.operations].sort((a, b) => a - b);
  if (least === most) return [mode, "both take as many operations"];
  return [mode, `it takes ${((100 * least!) / most!).toFixed(0)} % of the operations of the other`];
};

/**
 * What the Jacobian of f at x costs in operations, forward and in reverse, and which way `jacobian` with the same options
 * takes and why. An operation is an elementary function or an arithmetic operation on one entry; a forward pass is an
 * evaluation with its partial derivatives for up to 32 directions, a sweep goes back for up to 16 rows.
 * f is evaluated once; nothing is differentiated.
 * @throws DomainError for options that `jacobian` does not take; OperatorError for an output that is no value.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * explain(polar)([2, 0.7]).mode; // "forward"
 */
export const explain = <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(
  f: Differentiable<X, C, Y>,
  options: JacobianOptions = {},
): ((x: Input<X>, ...constants: C) => Explanation) => {
  const checked = checkedOptions("explain", options);
  const { chunk } = checked;
  const run = checkedFunction("explain", f) as AnyFunction;
  return (x, ...constants) => {
    const applied = new Map<string, number>();
    const cost = costOf("explain", run, x, constants, { chunk, applied });
    const frequent = [...applied].sort(([, a], [, b]) => b - a);
    return new Explanation(cost, new Map(frequent), checked);
  };
};
