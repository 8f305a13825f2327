import { ShapeError } from "./errors.ts";
import { describeShape, isValue, notAValue, sameShape, shapeOf } from "./shape.ts";
import type { Value } from "./value.ts";

/** A value, or a plain array or object of containers: what functions take and give. */
export type Container = Value | readonly Container[] | { readonly [key: string]: Container };

const isPlainObject = (x: unknown): x is object => {
  if (typeof x !== "object" || x === null) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
};

/**
 * The same structure with each value x replaced by f(x): arrays by index, objects by key in
 * insertion order, whatever way leads through containers of containers.
 * @throws OperatorError for what is neither a value nor a container.
 */
export const mapLeaves = (operation: string, x: unknown, f: (leaf: Value) => unknown): unknown => {
  if (isValue(x)) return f(x);
  if (Array.isArray(x)) return x.map((part: unknown) => mapLeaves(operation, part, f));
  if (!isPlainObject(x)) throw notAValue(operation, x);
  return Object.fromEntries(
    Object.entries(x).map(([key, part]) => [key, mapLeaves(operation, part, f)]),
  );
};

/** The values of a container, in the order of `mapLeaves`. */
export const leavesOf = (operation: string, x: unknown): Value[] => {
  const leaves: Value[] = [];
  mapLeaves(operation, x, (leaf) => leaves.push(leaf));
  return leaves;
};

/** Keys and shapes as text: equal for containers of one structure, and readable when they are not. */
const structureOf = (operation: string, x: unknown): string =>
  JSON.stringify(mapLeaves(operation, x, (leaf) => describeShape(shapeOf(leaf)))).replaceAll(
    '"',
    "",
  );

/**
 * `next`, which must have the structure of `model`: the same keys, lengths and shapes.
 * @throws ShapeError showing both.
 */
export const sameStructure = <C>(operation: string, model: C, next: C): C => {
  if (isValue(model) && isValue(next) && sameShape(shapeOf(model), shapeOf(next))) return next;
  const [expected, got] = [structureOf(operation, model), structureOf(operation, next)];
  if (expected === got) return next;
  throw new ShapeError(`${operation}: expected the structure ${expected}, got ${got}; keep it`);
};
