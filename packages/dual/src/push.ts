import { type Value, copied, leavesOf, mapLeaves, sameStructure } from "@jacobian/core";
import { Directions } from "./bundle.ts";
import { sameOutput } from "./columns.ts";
import { type AnyFunction, evaluate, tangentOf, valueOf } from "./evaluate.ts";

/** The value of a function and its derivative along each of some directions, in the output's container. */
export interface Pushed {
  readonly value: unknown;
  readonly tangents: readonly unknown[];
}

/**
 * f and its derivatives along directions, which are given as the leaves of x's container. A
 * function-valued output is differentiated when it is applied, each time at a fresh level: so no ε of
 * an earlier call is caught in it (Manzyuk et al. 2019).
 */
export const push = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  along: readonly (readonly Value[])[],
  constants: readonly unknown[],
): Pushed => {
  const directions = new Directions(along.length);
  const seeds = (along[0] ?? []).map((_, leaf) =>
    directions.bundle(along.map((leaves) => leaves[leaf] ?? 0)),
  );
  const pass = evaluate(operation, f, x, seeds, constants);
  if (typeof pass.output === "function") {
    const applied = (args: readonly unknown[]): Pushed =>
      push(operation, (...all) => (f(...all) as AnyFunction)(...args), x, along, constants);
    return {
      value: (...args: unknown[]) => applied(args).value,
      tangents: along.map(
        (_, k) =>
          (...args: unknown[]) =>
            applied(args).tangents[k],
      ),
    };
  }
  return {
    value: valueOf(operation, pass),
    tangents: along.map((_, k) =>
      mapLeaves(operation, pass.output, (y) => directions.lane(tangentOf(pass.algebra, y), k)),
    ),
  };
};

/** The same, so many directions at a time. */
export const pushInChunks = (
  operation: string,
  f: AnyFunction,
  x: unknown,
  along: readonly (readonly Value[])[],
  constants: readonly unknown[],
  chunk: number,
): Pushed => {
  const { value, tangents } = push(operation, f, x, along.slice(0, chunk), constants);
  const all = [...tangents];
  for (let from = chunk; from < along.length; from += chunk) {
    const next = push(operation, f, x, along.slice(from, from + chunk), constants);
    if (typeof value !== "function") sameStructure(operation, value, next.value, sameOutput);
    all.push(...next.tangents);
  }
  return { value, tangents: all };
};

/** The leaves of a direction, in storage of their own; it must have the structure of x. */
export const directionOf = (operation: string, x: unknown, v: unknown): readonly Value[] =>
  leavesOf(
    operation,
    sameStructure(operation, x, v, "give the direction the structure of the input"),
  ).map(copied);
