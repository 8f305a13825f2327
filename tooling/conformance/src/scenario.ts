import type * as CoreNamespace from "@jacobian/core";
import type { Container, Matrix, MatrixValue, Scalar, Vector } from "@jacobian/core";
import type * as LinalgNamespace from "@jacobian/linalg";

/** What a scenario's function is written with: handed over by the engine, never imported here. */
export type Core = typeof CoreNamespace;
export type Linalg = typeof LinalgNamespace;

/** Plain numbers in any container: what a scenario is evaluated at. */
export type Input =
  number | Float64Array | Matrix | readonly Input[] | { readonly [key: string]: Input };

/** A function as an engine takes it: of a container that holds values, to another. */
export type Program = (x: unknown) => unknown;

/** The rows of a table of numbers. */
export type Table = readonly (readonly number[])[];

/** The type of X when its numbers may be lifted. */
export type Lifted<X> = X extends number
  ? Scalar
  : X extends Float64Array
    ? Vector
    : X extends Matrix
      ? MatrixValue
      : { readonly [K in keyof X]: Lifted<X[K]> };

/** The type of X when its numbers are any numbers, not the literals it was written with. */
export type Numeric<X> = X extends number
  ? number
  : X extends Float64Array | Matrix
    ? X
    : { readonly [K in keyof X]: Numeric<X[K]> };

/** What is known by hand of f near x. */
interface Known<X, N = Numeric<X>> {
  readonly name: string;
  /** Textbook and section, paper, or "by hand: …". */
  readonly source: string;
  /** The point, or how to make it where a Matrix is part of it. Stays 0.2 away from any kink. */
  readonly x: X | ((core: Core) => X);
  /** f(x), flattened in container order, by an independent road: no function of core. */
  readonly value: (x: N) => readonly number[];
  /** Rows follow the outputs, columns the inputs, both flattened in container order. */
  readonly jacobian: (x: N) => Table;
  /** Allowed error relative to the largest entry, where it cannot be the usual 1e-12. */
  readonly tolerance?: { readonly relative: number; readonly reason: string };
}

/** A function written with core alone. */
export interface CoreScenario<X> extends Known<X> {
  readonly f: (core: Core) => (x: Lifted<X>) => Container;
}

/** A function that also calls functions of whole matrices. */
export interface LinalgScenario<X> extends Known<X> {
  readonly f: (core: Core, linalg: Linalg) => (x: Lifted<X>) => Container;
}

/** A scenario once the type of its input is forgotten, so that one list can hold them all. */
export interface Scenario extends Known<Input, Input> {
  readonly needs?: "linalg";
  readonly f: (core: Core, linalg: Linalg | undefined) => Program;
}

/**
 * Forgets X. The casts are safe because a scenario's own x is the only input its functions are
 * given: plain, perturbed within its shape, or lifted.
 */
const forget = <X>(known: LinalgScenario<X>, f: Scenario["f"]): Scenario => ({
  ...(known as unknown as Known<Input, Input>),
  f,
});

/** A scenario whose function is written with core. */
export const scenario = <const X extends Input>(known: CoreScenario<X>): Scenario =>
  forget(known, (core) => known.f(core) as Program);

/** A scenario whose function needs `linalg`: skipped only by an engine that is given none. */
export const linalgScenario = <const X extends Input>(known: LinalgScenario<X>): Scenario => ({
  ...forget(known, (core, linalg) => {
    if (linalg !== undefined) return known.f(core, linalg) as Program;
    throw new Error(
      `${known.name}: expected an engine with linalg, got one without; hand over @jacobian/linalg`,
    );
  }),
  needs: "linalg",
});

/** The point a scenario is evaluated at. */
export const pointOf = ({ x }: Scenario, core: Core): Input =>
  typeof x === "function" ? x(core) : x;
