import { OperatorError, ShapeError } from "./errors.ts";
import { describeShape, isValue, notAValue, sameShape, shapeOf } from "./shape.ts";
import type { Value } from "./value.ts";

/** A value, or a plain array or object of containers: what functions take and give. */
export type Container = Value | readonly Container[] | { readonly [key: string]: Container };

/**
 * Whether x is an object of parts: neither a value, a list nor of a class.
 * @example
 * isPlainObject({ a: 1 }); // true
 */
export const isPlainObject = (x: unknown): x is Readonly<Record<string, unknown>> => {
  if (typeof x !== "object" || x === null) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
};

const notAContainer = (operation: string, x: unknown): Error =>
  notAValue(operation, x, ", or lists and objects of them");

/**
 * The same structure with each value x replaced by f(x): arrays by index, objects by key in
 * insertion order, whatever way leads through containers of containers.
 * @throws OperatorError for what is neither a value nor a container.
 * @example
 * mapLeaves("f", { a: 1, b: [2, 3] }, neg); // { a: -1, b: [ -2, -3 ] }
 */
export const mapLeaves = (operation: string, x: unknown, f: (leaf: Value) => unknown): unknown => {
  if (isValue(x)) return f(x);
  if (Array.isArray(x)) return x.map((part: unknown) => mapLeaves(operation, part, f));
  if (!isPlainObject(x)) throw notAContainer(operation, x);
  return Object.fromEntries(
    Object.entries(x).map(([key, part]) => [key, mapLeaves(operation, part, f)]),
  );
};

/** What a container holds next, in order; undefined for what is none. */
const partsOf = (x: unknown): readonly unknown[] | undefined => {
  // An array of what nobody knows. (Object.values would be a slow copy of it.)
  if (Array.isArray(x)) return x as readonly unknown[];
  return isPlainObject(x) ? Object.values(x) : undefined;
};

/**
 * The values of a container, in the order of `mapLeaves`.
 * @throws OperatorError for what is neither a value nor a container.
 * @example
 * leavesOf("f", { a: 1, b: [2, 3] }); // [ 1, 2, 3 ]
 */
export const leavesOf = (operation: string, x: unknown, leaves: Value[] = []): Value[] => {
  if (isValue(x)) leaves.push(x);
  else {
    const parts = partsOf(x);
    if (parts === undefined) throw notAContainer(operation, x);
    for (const part of parts) leavesOf(operation, part, leaves);
  }
  return leaves;
};

/**
 * A container of its own with the structure of `model` and these leaves in order: what `leavesOf` took out is put
 * back.
 * @throws OperatorError for a model that is neither a value nor a container.
 * @example
 * withLeaves("f", { a: 1, b: [2, 3] }, [4, 5, 6]); // { a: 4, b: [ 5, 6 ] }
 */
export const withLeaves = (
  operation: string,
  model: unknown,
  leaves: readonly unknown[],
): unknown => {
  let k = 0;
  return mapLeaves(operation, model, () => leaves[k++]);
};

const sameLists = (x: readonly unknown[], y: readonly unknown[]): boolean => {
  if (x.length !== y.length) return false;
  for (let k = 0; k < x.length; k++) if (!alike(x[k], y[k])) return false;
  return true;
};

/** The same keys, lengths and shapes. */
const alike = (x: unknown, y: unknown): boolean => {
  // Every step of a loop asks: numbers and lists, of which carries are made, come first.
  if (typeof x === "number" && typeof y === "number") return true;
  if (Array.isArray(x)) return Array.isArray(y) && sameLists(x, y);
  if (isValue(x)) return isValue(y) && sameShape(shapeOf(x), shapeOf(y));
  if (!isPlainObject(x) || !isPlainObject(y)) return false;
  const [keys, others] = [Object.keys(x), Object.keys(y)];
  if (keys.length !== others.length) return false;
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!;
    if (key !== others[k] || !alike(x[key], y[key])) return false;
  }
  return true;
};

/** Keys and shapes as text. */
const structureOf = (operation: string, x: unknown): string =>
  JSON.stringify(mapLeaves(operation, x, (leaf) => describeShape(shapeOf(leaf)))).replaceAll(
    '"',
    "",
  );

/**
 * `next`, which must have the structure of `model`: the same keys, lengths and shapes.
 * @throws ShapeError showing both; OperatorError for what is neither a value nor a container, or nothing at all.
 * @example
 * sameStructure("step", [0, 0], [1], "keep the length");
 * // throws ShapeError: step: expected the structure [a scalar,a scalar], got [a scalar]; keep
 * // the length
 */
export const sameStructure = <C>(operation: string, model: C, next: C, remedy: string): C => {
  if (alike(model, next)) return next;
  const expected = structureOf(operation, model);
  if (next === undefined) {
    throw new OperatorError(
      `${operation}: expected the structure ${expected}, got nothing; ${remedy}`,
    );
  }
  const got = structureOf(operation, next);
  const order = sorted(expected) === sorted(got) ? " in this order" : "";
  throw new ShapeError(
    `${operation}: expected the structure ${expected}${order}, got ${got}; ${remedy}`,
  );
};

/** The same for structures that differ in the order of their parts alone. */
const sorted = (structure: string): string =>
  structure
    .split(/[[\]{},]/)
    .sort()
    .join();
