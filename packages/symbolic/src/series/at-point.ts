import { numberFunction, numberOf } from "../evaluate/number-function.ts";
import { Call, type Formula } from "../formula/formula.ts";
import { mapGraph } from "../formula/graph.ts";
import { constant } from "../formula/make.ts";
import { whole } from "../polynomial/distribute.ts";
import { exactOf, formulaOfTerms, type Terms } from "../polynomial/terms.ts";
import { notAnalytic, undecided } from "./errors.ts";
import { exactly } from "./exact.ts";
import { combined, inverted, PowerSeries, type Recurrence } from "./power-series.ts";

/** A number so small beside 1 is not taken for different from 0 if it is not exact. */
const rounding = 1e-12;

/** A constant as a series. */
export const constantSeries = (x: Terms, number: number | undefined): PowerSeries =>
  new PowerSeries(() => x, number, true);

/** The number that a point is, if it is one. */
export const numberAt = (at: Formula): number | undefined =>
  mapGraph<number | undefined>([at], (f, operands) => {
    if (!(f instanceof Call)) return numberOf(f);
    const isNumber = operands.every((x) => x !== undefined);
    return isNumber ? numberFunction(f.rule, f.s)(...operands) : undefined;
  })[0];

/** The number of a call whose operands have one. */
export const numberOfCall = (
  { rule, s }: Call,
  operands: readonly PowerSeries[],
): number | undefined => {
  const numbers = operands.map(({ number }) => number);
  if (!numbers.every((x) => x !== undefined)) return undefined;
  const y = numberFunction(rule, s)(...numbers);
  if (Number.isFinite(y)) return y;
  throw notAnalytic(`${rule.name}(${numbers.join(", ")}) = ${y}`);
};

/** The value of a call at the point. */
export const constantOf = ({ rule, s }: Call, operands: readonly PowerSeries[]): Terms =>
  whole(
    exactly(
      rule,
      operands.map((x) => formulaOfTerms(x.coefficient(0))),
      s,
    ),
  );

/** 1/x₀ of a series that is known not to begin with 0. */
export const inverseOf = (x: PowerSeries, what: string): Terms => {
  const start = x.coefficient(0);
  const inverse = inverted(start);
  if (inverse === undefined) throw notAnalytic(`${what} that is 0 there`);
  const isExact = exactOf(formulaOfTerms(start)) !== undefined;
  if (!isExact && x.number !== undefined && Math.abs(x.number) < rounding) {
    throw undecided(`${what} that may be 0 there`);
  }
  return inverse;
};

/** A function that is constant around the point, if it does not jump there. */
export const constantBetweenJumps = (f: Call, x: PowerSeries): Recurrence => {
  const { rule, s } = f;
  if (x.number === undefined) throw undecided(`${rule.name} of what has no number there`);
  const jump = rule.kind === "locallyConstant" ? rule.jumps(x.number, s) : NaN;
  if (Math.abs(jump - x.number) <= rounding * Math.max(1, Math.abs(x.number))) {
    throw notAnalytic(`${rule.name} at its jump`);
  }
  const y = numberFunction(rule, s)(x.number);
  // A whole number away from a jump is exact.
  const value = Number.isInteger(y) ? whole(constant(y)) : constantOf(f, [x]);
  return (k) => (k === 0 ? value : combined());
};

/** atan2 jumps where its point crosses the negative axis. */
export const checkCut = (y: PowerSeries, x: PowerSeries): void => {
  if (y.number === undefined || x.number === undefined) return;
  if (x.number < 0 && Math.abs(y.number) <= rounding * -x.number)
    throw notAnalytic("atan2 at its jump");
};

/** tan has a pole where cos is 0, which float64 never is. */
export const checkPole = (x: PowerSeries): void => {
  if (x.number !== undefined && Math.abs(Math.cos(x.number)) < rounding)
    throw undecided("tan that may have its pole there");
};
