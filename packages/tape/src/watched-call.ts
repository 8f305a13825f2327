import { type Plain, type Value, describe, entriesOf, value } from "@jacobian/core";
import { AnomalyError, type Anomaly } from "./anomaly-error.ts";
import { callerOf } from "./call-site.ts";

const some = (values: readonly Plain[], test: (entry: number) => boolean): boolean =>
  values.some((x) => (typeof x === "number" ? test(x) : entriesOf(x).some(test)));

const infinite = (entry: number): boolean => Math.abs(entry) === Infinity;

/** Whether a NaN, or an infinity that none of the operands has, is among the results. */
const born = (results: readonly Plain[], operands: readonly Plain[]): boolean =>
  some(results, Number.isNaN) || (some(results, infinite) && !some(operands, infinite));

const remedy = "keep its operands where it and its derivative are finite, or choose with where";

/** One call of an operation under watch: what came in, and who called. */
export class WatchedCall {
  private readonly operands: readonly Plain[];
  /** The result's adjoint, as it came last. */
  private bar: Plain = 0;

  constructor(
    private readonly operation: string,
    operands: readonly Value[],
    private readonly site: Error,
  ) {
    this.operands = operands.map(value);
  }

  /** @throws AnomalyError if one was born in the values. */
  results(values: readonly Plain[]): void {
    if (born(values, this.operands)) throw this.anomaly("value", "a finite value", values, "");
  }

  /** @throws AnomalyError if one is in a tangent of a result. */
  tangent(dy: Plain): void {
    if (born([dy], [])) throw this.anomaly("tangent", "a finite tangent", [dy], " as tangent");
  }

  /** What reaches the result on the way back. */
  adjointOfResult(bar: Plain): void {
    this.bar = bar;
  }

  /** @throws AnomalyError if one was born in what the operation hands back to operand k. */
  adjointOfOperand(bar: Plain, k: number): void {
    if (!born([bar], [this.bar])) return;
    const which = ` as adjoint of operand ${k}, from ${describe(this.bar)} for its result,`;
    throw this.anomaly("adjoint", "a finite adjoint", [bar], which);
  }

  private anomaly(
    phase: Anomaly["phase"],
    expected: string,
    got: readonly Plain[],
    which: string,
  ): AnomalyError {
    const { operation, operands, site } = this;
    const location = callerOf(site);
    const call = `${operation}(${operands.map(describe).join(", ")})`;
    const where = location === undefined ? "" : ` at ${location}`;
    return new AnomalyError(
      `${operation}: expected ${expected}, got ${got.map(describe).join(", ")}${which} in ${call}${where}; ${remedy}`,
      { operation, phase, location },
    );
  }
}
