import { add } from "../arithmetic.ts";
import { vector } from "../arrays/stack.ts";
import { sameStructure, type Container } from "../container.ts";
import { ConvergenceError, DomainError } from "../errors.ts";
import { indexOf, positionOf, type Index, type Position } from "../index-value.ts";
import { describe } from "../shape.ts";
import { isValue, notAValue } from "../shape.ts";
import type { Scalar, Value, Vector } from "../value.ts";

const keep = "let every step keep the structure of its carry";

const count = (operation: string, n: Position): number => {
  const steps = positionOf(n);
  if (Number.isInteger(steps) && steps >= 0) return steps;
  throw new DomainError(
    `${operation}: expected a whole number of steps, 0 or more, got ${describe(steps)}; the number comes first, then the function`,
  );
};

interface SumOver {
  (n: Position, term: (i: Index) => number): number;
  (n: Position, term: (i: Index) => Scalar): Scalar;
  (n: Position, term: (i: Index) => Vector): Vector;
  (n: Position, term: (i: Index) => Value): Value;
}

/**
 * term(0) + … + term(n − 1), added in this order; 0 for n = 0.
 * @throws DomainError unless n is a whole number ≥ 0.
 * @example
 * sumOver(4, (i) => square(scalar(i))); // 14
 */
// The overloads say that a sum is of the kind of its terms.
export const sumOver = ((n: Position, term: (i: Index) => Value): Value => {
  const end = count("sumOver", n);
  if (end === 0) return 0;
  let total = term(indexOf(0));
  if (!isValue(total)) throw notAValue("sumOver", total);
  for (let k = 1; k < end; k++) total = add(total, term(indexOf(k)));
  return total;
}) as SumOver;

interface Build {
  (n: Position, entry: (i: Index) => number): Float64Array;
  (n: Position, entry: (i: Index) => Scalar): Vector;
}

/**
 * The vector (entry(0), …, entry(n − 1)).
 * @throws DomainError unless n is a whole number ≥ 0.
 * @example
 * build(3, (i) => square(scalar(i))); // Float64Array(3) [ 0, 1, 4 ]
 */
// The overloads say that plain entries make a plain vector.
export const build = ((n: Position, entry: (i: Index) => Scalar): Vector => {
  const end = count("build", n);
  const entries: Scalar[] = [];
  for (let k = 0; k < end; k++) entries.push(entry(indexOf(k)));
  return vector(entries);
}) as Build;

/** The carry after n steps from `start`; `visit` sees the carry after each. */
const steps = <C extends Container>(
  operation: string,
  n: Position,
  start: C,
  step: (carry: C, i: Index) => C,
  visit: (carry: C) => void,
): C => {
  const end = count(operation, n);
  let carry = start;
  for (let k = 0; k < end; k++) {
    carry = sameStructure(operation, carry, step(carry, indexOf(k)), keep);
    visit(carry);
  }
  return carry;
};

const ignore = (): void => undefined;

interface Fold {
  (n: Position, start: Scalar, step: (carry: Scalar, i: Index) => Scalar): Scalar;
  <C extends Container>(n: Position, start: C, step: (carry: C, i: Index) => C): C;
}

interface Scan {
  (n: Position, start: Scalar, step: (carry: Scalar, i: Index) => Scalar): Scalar[];
  <C extends Container>(n: Position, start: C, step: (carry: C, i: Index) => C): C[];
}

/**
 * The carry after n steps from `start`; each step keeps the carry's structure.
 * @throws DomainError unless n is a whole number ≥ 0; ShapeError if a step changes the structure.
 * @example
 * fold(5, 1, (product, i) => mul(product, scalar(affine(i, 1, 1)))); // 120
 */
// The first overload lets a carry that starts as a literal become an element; `fold<number>` keeps it
// a number.
export const fold = (<C extends Container>(
  n: Position,
  start: C,
  step: (carry: C, i: Index) => C,
): C => steps("fold", n, start, step, ignore)) as Fold;

/**
 * The carries after each of n steps from `start`: n of them, `start` not among them.
 * @throws DomainError unless n is a whole number ≥ 0; ShapeError if a step changes the structure.
 * @example
 * scan(4, 0, (total, i) => add(total, scalar(i))); // [ 0, 1, 3, 6 ]
 */
// The overloads as for `fold`.
export const scan = (<C extends Container>(
  n: Position,
  start: C,
  step: (carry: C, i: Index) => C,
): C[] => {
  const carries: C[] = [];
  steps("scan", n, start, step, (carry) => carries.push(carry));
  return carries;
}) as Scan;

/**
 * Steps from `start` until `until(next, last)` holds, and gives the carry for which it does.
 * @throws ConvergenceError after `limit` steps; ShapeError if a step changes the structure.
 * @example
 * const root = (a: number) => iterate((x, last) => eq(x, last), a, (x) => mul(0.5, add(x, div(a, x))));
 * root(2); // 1.414213562373095
 */
export const iterate = <C extends Container>(
  until: (next: C, last: C) => boolean,
  start: C,
  step: (carry: C) => C,
  limit = 10_000,
): C => {
  if (!(limit >= 1)) {
    throw new DomainError(
      `iterate: expected a limit of 1 step or more, got ${limit}; raise it or leave it out`,
    );
  }
  let last = start;
  for (let k = 0; k < limit; k++) {
    const next = sameStructure("iterate", last, step(last), keep);
    if (until(next, last)) return next;
    last = next;
  }
  throw new ConvergenceError(
    `iterate: expected its condition to hold within ${limit} steps, got none that met it; loosen the condition or pass a larger limit`,
  );
};
