import {
  type Differentiable,
  type Input,
  type Scalars,
  checkedFunction,
  copied,
  entryCount,
  mapLeaves,
  unflatten,
  value,
} from "@jacobian/core";
import { AnomalyError, detectAnomaly, jacobian as reverse } from "@jacobian/tape";
import { numbersOf } from "../containers.ts";
import { type TaylorTest, testedAlong } from "../linear/taylor-test.ts";
import type { AnyFunction } from "../mode/cost.ts";
import { CheckReport } from "./check-report.ts";
import { comparedRoads } from "./compared.ts";
import { whereDefined } from "./differences.ts";
import { type Subject, roadsTo } from "./roads.ts";
import { type Suspect, direction, suspectIn } from "./suspects.ts";

/** J·d of a matrix, row by row. */
const times = (J: Float64Array, d: Float64Array): Float64Array =>
  Float64Array.from({ length: J.length / d.length }, (_, i) =>
    d.reduce((total, entry, j) => total + J[i * d.length + j]! * entry, 0),
  );

const taylorOf = ({ f, x, constants }: Subject, y: Float64Array, J: Float64Array | undefined) => {
  const n = numbersOf("check", x).length;
  if (J === undefined || n === 0) return undefined;
  // So far from x f need not be defined.
  const at = (to: unknown): Float64Array =>
    whereDefined(() => numbersOf("check", f(to, ...constants))) ?? y.map(() => NaN);
  const jvp = (d: unknown): Float64Array => times(J, numbersOf("check", d));
  return testedAlong({ x, value: y, at, jvp }, unflatten("check", x, direction(n)));
};

/** Where a NaN or an infinity was born, if one was. */
const bornIn = ({ f, x, constants }: Subject): Suspect | undefined => {
  try {
    reverse(detectAnomaly(f))(x, ...(constants as []));
    return undefined;
  } catch (error) {
    if (!(error instanceof AnomalyError)) throw error;
    const { operation, location, message } = error;
    return { primitive: operation, finding: message, location };
  }
};

const suspectOf = (subject: Subject, isFinite: boolean): Suspect | undefined => {
  const { f, x, constants } = subject;
  // What is not finite beforehand is no primitive's fault.
  if (!isAllFinite(numbersOf("check", x))) return undefined;
  return (isFinite ? undefined : bornIn(subject)) ?? suspectIn(f, x, constants);
};

const isAllFinite = (x: Float64Array): boolean => x.every(Number.isFinite);

/**
 * The Jacobian of f at x by every road: `dual`, `tape`, `symbolic` (where f can be traced), `nonsmooth`, extrapolated
 * differences of f, and the order with which the remainder of the linear approximation vanishes. Where they do not
 * agree, it says on which entry first, and looks in f for the primitive whose rule contradicts its own values; where f or
 * its Jacobian is not finite, for the one that gave birth to it. At a kink only the engines that follow the table's
 * conventions are compared. f is evaluated some hundred times; where it throws beside x, it is taken as not defined.
 * @throws what f throws at x.
 * @example
 * const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
 * check(polar)([2, 0.7]).ok; // true
 * const wrong = unary("wrong", { value: Math.sin, partial: (x) => sin(x) });
 * check(([x, y]: Scalars<2>) => mul(exp(x), wrong(y)))([1, 2]).culprit?.primitive; // "wrong"
 */
export const check =
  <X = Scalars, C extends readonly unknown[] = [], Y = unknown>(f: Differentiable<X, C, Y>) =>
  (x: Input<X>, ...constants: C): CheckReport => {
    const run = checkedFunction("check", f) as AnyFunction;
    const plain = mapLeaves("check", x, (leaf) => copied(value(leaf)));
    // f may write into what it is given.
    const own: AnyFunction = (y, ...others) => run(mapLeaves("check", y, copied), ...others);
    const subject: Subject = { f: own, x: plain, constants };
    const y = numbersOf("check", own(plain, ...constants));
    const shape = [y.length, entryCount("check", plain)] as const;
    const { roads, kink } = roadsTo(subject, shape);
    const { lines, disagreement } = comparedRoads(roads, shape[1]);
    const J = roads.find(({ entries }) => entries !== undefined)?.entries;
    const isFinite = isAllFinite(y) && (J === undefined || isAllFinite(J));
    const taylor: TaylorTest | undefined =
      kink === undefined && isFinite ? taylorOf(subject, y, J) : undefined;
    const found = { shape, roads: lines, isFinite, disagreement, taylor };
    const report = new CheckReport({ ...found, culprit: undefined });
    return report.ok
      ? report
      : new CheckReport({ ...found, culprit: suspectOf(subject, isFinite) });
  };
