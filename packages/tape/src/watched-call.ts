import { type Plain, type Value, callerOf, describe, entriesOf, value } from "@jacobian/core";
import { AnomalyError, type Anomaly } from "./anomaly-error.ts";

const some = (values: readonly Plain[], test: (entry: number) => boolean): boolean =>
  values.some((x) => (typeof x === "number" ? test(x) : entriesOf(x).some(test)));

const infinite = (entry: number): boolean => Math.abs(entry) === Infinity;

/** Whether a NaN, or an infinity that none of the operands has, is among the results. */
const born = (results: readonly Plain[], operands: readonly Plain[]): boolean =>
  some(results, Number.isNaN) || (some(results, infinite) && !some(operands, infinite));

const listed = (values: readonly Plain[]): string => values.map(describe).join(", ");

const remedy = "keep its operands where it and its derivative are finite, or choose with where";

/** One call of an operation under watch: what came in, and who called. */
export class WatchedCall {
  private readonly operands: readonly Plain[];

  constructor(
    readonly operation: string,
    operands: readonly Value[],
    private readonly site: Error,
  ) {
    this.operands = operands.map(value);
  }

  /** @throws AnomalyError if one was born in the values. */
  results(values: readonly Plain[]): void {
    if (born(values, this.operands)) throw this.anomaly("value", "a finite value", values, "");
  }

  /** @throws AnomalyError if one is in the tangent of a result. */
  tangent(dy: readonly Plain[]): void {
    if (born(dy, [])) throw this.anomaly("tangent", "a finite tangent", dy, " as tangent");
  }

  /** @throws AnomalyError if one was born in what it hands back to the operands at `places`, from its results' `bars`. */
  adjoints(handed: readonly Plain[], bars: readonly Plain[], places: readonly number[]): void {
    handed.forEach((bar, j) => {
      if (!born([bar], bars)) return;
      const which = ` as adjoint of operand ${places[j]}, from ${listed(bars)} for its result,`;
      throw this.anomaly("adjoint", "a finite adjoint", [bar], which);
    });
  }

  /** @throws AnomalyError if one was born where the adjoint of operand k here met that of its later uses. */
  sum([sum = NaN, ...parts]: readonly Plain[], k: number): void {
    if (!born([sum], parts)) return;
    const [now = 0, later = 0] = parts.map(describe);
    const which = ` as sum of adjoints of operand ${k}, of ${now} from here and ${later} from its later uses,`;
    throw this.anomaly("adjoint", "a finite adjoint", [sum], which);
  }

  private anomaly(
    phase: Anomaly["phase"],
    expected: string,
    got: readonly Plain[],
    which: string,
  ): AnomalyError {
    const { operation, operands, site } = this;
    const location = callerOf(site);
    const call = `${operation}(${listed(operands)})`;
    const where = location === undefined ? "" : ` at ${location}`;
    return new AnomalyError(
      `${operation}: expected ${expected}, got ${listed(got)}${which} in ${call}${where}; ${remedy}`,
      { operation, phase, location },
    );
  }
}
