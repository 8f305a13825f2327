import { flatten, plain, unflatten } from "./container.ts";
import { random, seedOf } from "./random.ts";
import type { Core, Input, Linalg, Program, Scenario, Table } from "./scenario.ts";
import { pointOf } from "./scenario.ts";
import { apply, get, list, transposed } from "./table.ts";

/** A scenario at its point: everything that is known there without differentiating. */
export interface Known {
  readonly core: Core;
  readonly scenario: Scenario;
  readonly f: Program;
  readonly x: Input;
  /** f(x) by core on plain numbers; its structure is that of every tangent. */
  readonly y: Input;
  /** The Jacobian known by hand. */
  readonly jacobian: Table;
  /** Random directions: v is shaped like x, w like y. */
  readonly v: Input;
  readonly w: Input;
  /** Allowed error relative to the largest entry. */
  readonly relative: number;
}

export const know = (core: Core, linalg: Linalg | undefined, scenario: Scenario): Known => {
  const f = scenario.f(core, linalg);
  const x = pointOf(scenario, core);
  const y = plain(f(x));
  const draw = random(seedOf(scenario.name));
  const shapedLike = (like: Input): Input => unflatten(core, like, flatten(like).map(draw));
  const relative = scenario.tolerance?.relative ?? 1e-12;
  const jacobian = scenario.jacobian(x);
  return { core, scenario, f, x, y, jacobian, v: shapedLike(x), w: shapedLike(y), relative };
};

/** J·v at any point shaped like x. */
export const pushforward = ({ scenario }: Known, at: Input, v: Input): number[] =>
  apply(scenario.jacobian(at), flatten(v));

/** Jᵀ·w at any point shaped like x. */
export const pullback = ({ scenario, x }: Known, at: Input, w: Input): number[] =>
  apply(transposed(scenario.jacobian(at), flatten(x).length), flatten(w));

/** x + t·u, each entry of u stretched by max(1, |xₖ|) so that a step is felt where x is large. */
export const moved = ({ core, x }: Known, u: ArrayLike<number>, t: number): Input => {
  const numbers = flatten(x);
  const stretched = stretch(numbers, u);
  return unflatten(
    core,
    x,
    numbers.map((a, k) => a + t * get(stretched, k)),
  );
};

/** The direction that `moved` really goes. */
export const stretch = (x: readonly number[], u: ArrayLike<number>): number[] =>
  list(x.length, (k) => get(u, k) * Math.max(1, Math.abs(get(x, k))));
