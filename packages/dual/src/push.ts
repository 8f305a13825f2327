import { type Value, copied, leavesOf, mapLeaves, sameStructure } from "@jacobian/core";
import { Directions } from "./directions.ts";
import { sameOutput } from "./columns.ts";
import { type AnyFunction, evaluate, tangentOf, valueOf } from "./evaluate.ts";

/** The value of a function and its derivative along each of some directions, made when asked for. */
export interface Pushed {
  readonly value: () => unknown;
  readonly tangent: (k: number) => unknown;
}

/**
 * f and its derivatives along directions, which are given as the leaves of x's container; all in the
 * output's container.
 */
export const push = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  along: readonly (readonly Value[])[],
  constants: readonly unknown[],
): Pushed => {
  const [first = []] = along;
  const directions = along.length === 1 ? undefined : new Directions(along.length);
  const seeds =
    directions === undefined
      ? first
      : first.map((_, leaf) => directions.bundle(along.map((leaves) => leaves[leaf] ?? 0)));
  const pass = evaluate(operation, f, x, seeds, constants);
  if (typeof pass.output === "function") return pushApplied(operation, f, x, along, constants);
  return {
    value: () => valueOf(operation, pass),
    tangent: (k) =>
      mapLeaves(operation, pass.output, (y) => {
        const d = tangentOf(pass, y);
        return directions?.lane(d, k) ?? d;
      }),
  };
};

/**
 * A function-valued output is differentiated when it is applied, each time at a fresh level: so no ε of
 * an earlier call is caught in it (Manzyuk et al. 2019).
 */
const pushApplied = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  along: readonly (readonly Value[])[],
  constants: readonly unknown[],
): Pushed => {
  const applied = (args: readonly unknown[]): Pushed =>
    push(operation, (...all) => (f(...all) as AnyFunction)(...args), x, along, constants);
  return {
    value:
      () =>
      (...args: unknown[]) =>
        applied(args).value(),
    tangent:
      (k) =>
      (...args: unknown[]) =>
        applied(args).tangent(k),
  };
};

/** The same, so many directions at a time: the value, and all tangents in order. */
export const pushInChunks = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  along: readonly (readonly Value[])[],
  constants: readonly unknown[],
  chunk: number,
): { readonly value: unknown; readonly tangents: readonly unknown[] } => {
  const tangents: unknown[] = [];
  const pass = (from: number): unknown => {
    const directions = along.slice(from, from + chunk);
    const pushed = push(operation, f, x, directions, constants);
    directions.forEach((_, k) => tangents.push(pushed.tangent(k)));
    return pushed.value();
  };
  const value = pass(0);
  for (let from = chunk; from < along.length; from += chunk) {
    const again = pass(from);
    if (typeof value !== "function") sameStructure(operation, value, again, sameOutput);
  }
  return { value, tangents };
};

/** The leaves of a direction, in storage of their own; it must have the structure of x. */
export const directionOf = (operation: string, x: unknown, v: unknown): readonly Value[] =>
  leavesOf(
    operation,
    sameStructure(
      operation,
      x,
      v,
      "give the direction the structure of the input, with its keys in the same order",
    ),
  ).map(copied);
