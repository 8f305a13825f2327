import {
  type MatrixValue,
  DomainError,
  OperatorError,
  describe,
  isValue,
  shapeOf,
} from "@jacobian/core";
import type { AnyFunction } from "./cost.ts";
import type { JacobianEngine } from "./options.ts";

/**
 * The Jacobian of f by an engine of someone else's.
 * @throws DomainError if its verb gives no function for a function; OperatorError if that gives no matrix.
 */
export const byEngine = (
  { jacobian }: JacobianEngine,
  f: AnyFunction,
): ((x: unknown, constants: readonly unknown[]) => MatrixValue) => {
  const taken: unknown = (jacobian as AnyFunction)(f);
  if (typeof taken !== "function") {
    throw new DomainError(
      `jacobian: expected an engine whose jacobian(f) gives a function of x, got one that gives ${describe(taken)}; use dual, tape or nonsmooth, or write one`,
    );
  }
  return (x, constants) => {
    const J: unknown = (taken as AnyFunction)(x, ...constants);
    if (isValue(J) && shapeOf(J).length === 2) return J as MatrixValue;
    throw new OperatorError(
      `jacobian: expected a matrix from the engine, got ${describe(J)}; let its jacobian(f)(x) give one, a row for each output`,
    );
  };
};
