import { add, leavesOf, mul, sum } from "@jacobian/core";
import type { MatrixValue, Scalar, Value } from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as tape from "@jacobian/tape";

/** A function of any container: what it takes and gives is checked by the engines as they read it. */
export type AnyFunction = (x: unknown) => unknown;

/** A function of any container that gives one number. */
export type ScalarFunction = (x: unknown) => Scalar;

/** One interface to both modes, so that they can stand in any order within each other. */
export interface Engine {
  readonly name: string;
  readonly jacobian: (f: AnyFunction) => (x: unknown) => MatrixValue;
  readonly gradient: (f: ScalarFunction) => (x: unknown) => unknown;
  /** ⟨w, J(x)·v⟩: forward mode carries v through f, reverse mode w back. */
  readonly contract: (f: AnyFunction, v: unknown, w: unknown) => ScalarFunction;
}

/** Σ aₖ·bₖ over all entries of two containers of one structure. */
export const inner = (a: unknown, b: unknown): Scalar => {
  const others = leavesOf("inner", b);
  return leavesOf("inner", a)
    .map((x, k) => sum(mul(x, others[k] ?? NaN)))
    .reduce<Scalar>((total, term) => add(total, term), 0);
};

// The doors are typed for the containers of a function that is written down; here it is any, so each
// is entered with a cast of the function, whose results the tests read entry by entry.

type ListFunction = (x: readonly Value[]) => readonly Value[];

export const jvp = (f: AnyFunction, x: unknown, v: unknown): { value: unknown; tangent: unknown } =>
  dual.jvp(f as ListFunction)(x as readonly Value[], v as readonly Value[]);

export const vjp = (
  f: AnyFunction,
  x: unknown,
  w: unknown,
): { value: unknown; cotangent: unknown } =>
  tape.vjp(f as ListFunction)(x as readonly Value[], w as readonly Value[]);

/** f recorded at x, for replays at other inputs. */
export const record = (f: AnyFunction, x: unknown): tape.Recorded<readonly Value[], unknown> =>
  tape.record(f as (x: readonly Value[]) => unknown)(x as readonly Value[]);

/** First and second derivatives along two directions, by hyper-dual numbers. */
export const mixed = (
  f: AnyFunction,
  x: unknown,
  v: unknown,
  u: unknown,
): { first: readonly [unknown, unknown]; second: unknown } =>
  dual.mixedDirectional(f as ListFunction)(
    x as readonly Value[],
    v as readonly Value[],
    u as readonly Value[],
  );

const forward: Engine = {
  name: "dual",
  jacobian: (f) => (x) => dual.jacobian(f as ListFunction)(x as readonly Value[]),
  gradient: (f) => (x) =>
    dual.gradient(f as (x: readonly Value[]) => Scalar)(x as readonly Value[]),
  contract: (f, v, w) => (x) => inner(jvp(f, x, v).tangent, w),
};

const reverse: Engine = {
  name: "tape",
  jacobian: (f) => (x) => tape.jacobian(f as ListFunction)(x as readonly Value[]),
  gradient: (f) => (x) =>
    tape.gradient(f as (x: readonly Value[]) => Scalar)(x as readonly Value[]),
  contract: (f, v, w) => (x) => inner(vjp(f, x, w).cotangent, v),
};

export const engines: readonly Engine[] = [forward, reverse];

/** Every sequence of n engines, the outermost first: 2ⁿ of them. */
export const orders = (n: number): readonly (readonly Engine[])[] =>
  n === 0 ? [[]] : orders(n - 1).flatMap((rest) => engines.map((engine) => [engine, ...rest]));

/** "dual over tape" */
export const nameOf = (order: readonly Engine[]): string =>
  order.map((engine) => engine.name).join(" over ");
