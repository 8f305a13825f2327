import type { Matrix, Value } from "@jacobian/core";
import type { Core, Input } from "./scenario.ts";

type Parts<A> = Readonly<Record<string, A>>;

const isMatrix = (x: object): x is Matrix => "isJacobianMatrix" in x;

/** A container that is itself a value: it holds numbers and no further containers. */
const isLeaf = (x: Input): x is number | Float64Array | Matrix =>
  typeof x === "number" || x instanceof Float64Array || isMatrix(x);

/** Array.isArray, which also tells read-only arrays from objects. */
const isList = (x: unknown): x is readonly unknown[] => Array.isArray(x);

const mapped = <A, B>(x: Parts<A>, f: (part: A, key: string) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(x).map(([key, part]) => [key, f(part, key)]));

/** What an engine gave, once it is known to hold numbers only. @throws TypeError otherwise. */
export const plain = (x: unknown): Input => {
  if (typeof x === "number" || x instanceof Float64Array) return x;
  if (typeof x !== "object" || x === null || "isJacobianElement" in x) {
    throw new TypeError(
      `plain: expected a container of numbers, got ${String(x)}; give numbers for plain input`,
    );
  }
  if (isMatrix(x)) return x;
  return isList(x) ? x.map(plain) : mapped({ ...x }, plain);
};

/** All numbers in container order: keys in insertion order, matrices row by row. */
export const flatten = (x: Input): number[] => {
  if (typeof x === "number") return [x];
  if (x instanceof Float64Array) return Array.from(x);
  return isMatrix(x) ? Array.from(x.data) : Object.values(x).flatMap(flatten);
};

/**
 * The container shaped like `like` that holds these numbers; the reverse of `flatten`.
 * @throws RangeError unless there is one number for each place.
 */
export const unflatten = (core: Core, like: Input, numbers: readonly number[]): Input => {
  const places = flatten(like).length;
  if (numbers.length !== places) {
    throw new RangeError(
      `unflatten: expected ${places} numbers, got ${numbers.length}; pass one for each place`,
    );
  }
  const rest = numbers.values();
  return refill(core, like, () => Number(rest.next().value));
};

const refill = (core: Core, like: Input, next: () => number): Input => {
  if (typeof like === "number") return next();
  if (like instanceof Float64Array) return like.map(next);
  if (isMatrix(like)) return new core.Matrix(like.rows, like.cols, like.data.map(next));
  const part = (x: Input) => refill(core, x, next);
  return isList(like) ? like.map(part) : mapped(like, part);
};

/** The structure of a container in words: `[number, {w: matrix 2×3}]`. */
export const outline = (x: Input): string => {
  if (typeof x === "number") return "number";
  if (x instanceof Float64Array) return `vector ${x.length}`;
  if (isMatrix(x)) return `matrix ${x.rows}×${x.cols}`;
  if (isList(x)) return `[${x.map(outline).join(", ")}]`;
  const parts = Object.entries(x).map(([key, part]) => `${key}: ${outline(part)}`);
  return `{${parts.join(", ")}}`;
};

/**
 * x + t·v, part by part; x and t may be lifted, v is plain and shaped like x. The casts say so:
 * core's functions throw on operands that are no values.
 */
export const along = (core: Core, x: unknown, t: unknown, v: Input): unknown => {
  if (isLeaf(v)) return core.add(x as Value, core.mul(t as Value, v));
  const parts = x as Parts<unknown>;
  const step = (part: Input, key: number | string) => along(core, parts[key], t, part);
  return isList(v) ? v.map(step) : mapped(v, step);
};

/** ⟨w, y⟩ over all parts; y may be lifted, as in `along`, w is plain and shaped like y. */
export const paired = (core: Core, w: Input, y: unknown): Value => {
  if (isLeaf(w)) return core.sum(core.mul(w, y as Value));
  const parts = y as Parts<unknown>;
  return Object.entries(w).reduce<Value>(
    (sum, [key, part]) => core.add(sum, paired(core, part, parts[key])),
    0,
  );
};
