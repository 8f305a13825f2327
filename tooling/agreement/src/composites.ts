import { leavesOf } from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import type { Program } from "./primitives.ts";

type Call = (...args: readonly unknown[]) => unknown;

/** A function of several whole values that carries no rule: it is made of functions that do. */
export interface Composite {
  readonly name: string;
  readonly call: Call;
  /** It makes numbers of sizes and seeds, or a number that does not change with its input. */
  readonly isConstant: boolean;
}

/** What no derivative can be asked of. */
const isFixed = (x: unknown): boolean =>
  x instanceof Int32Array || typeof x === "boolean" || typeof x === "function";

const isObject = (x: unknown): x is object =>
  typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;

/** A result without its permutations, flags and methods: a container of values. */
export const differentiable = (result: unknown): unknown =>
  isObject(result)
    ? Object.fromEntries(
        Object.entries(result)
          .filter(([, part]) => !isFixed(part))
          .map(([key, part]) => [key, differentiable(part)]),
      )
    : result;

const functions = new Map(
  Object.entries(linalg).flatMap(([name, exported]: readonly [string, unknown]) =>
    // Whatever is exported and can be called takes values and options.
    typeof exported === "function" && !("rule" in exported) ? [[name, exported as Call]] : [],
  ),
);

const withList = (name: string, list: readonly unknown[]): unknown => functions.get(name)?.(list);

/** How to call a function that does not take its inputs one by one and its options last. */
const calls: Readonly<Record<string, (inputs: readonly unknown[], statics: unknown) => unknown>> = {
  blockMatrix: ([A, B, C, D]) =>
    withList("blockMatrix", [
      [A, B],
      [C, D ?? 0],
    ]),
  fromColumns: (columns) => withList("fromColumns", columns),
  fromRows: (rows) => withList("fromRows", rows),
};

const constant = new Set(["identity", "zeroMatrix", "randomMatrix", "rank", "rcond"]);

/** The exported functions of linalg without a rule. */
export const composites: readonly Composite[] = [...functions].map(([name, call]) => ({
  name,
  call,
  isConstant: constant.has(name),
}));

/** The values that a composite makes of a list of values, its options fixed. */
export const composed =
  ({ name, call }: Composite, statics: unknown): Program =>
  (inputs) => {
    const options = statics === undefined ? [] : [statics];
    const result = calls[name]?.(inputs, statics) ?? call(...inputs, ...options);
    return leavesOf(name, differentiable(result));
  };
