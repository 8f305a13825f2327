import {
  DomainError,
  LevelError,
  checkedFunction,
  describe,
  flatten,
  sameStructure,
  scalarOutput,
  unflatten,
} from "@jacobian/core";
import type { Oracle } from "./oracle.ts";
import type { Evaluations } from "./types.ts";

/** A point, f there, and a subgradient. */
export interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;
type AnyOracle = (...args: readonly unknown[]) => { value: unknown; gradient: unknown };

/** What is to be minimised: a function whose types the door has checked, where it starts, its constants. */
export interface Problem {
  readonly operation: string;
  readonly f: unknown;
  readonly oracle: Oracle;
  readonly start: unknown;
  readonly constants: readonly unknown[];
}

/** f as a function of the entries of x in container order; counts what is asked of it. */
export class Objective {
  readonly operation: string;
  readonly start: Float64Array;
  readonly #problem: Problem;
  readonly #f: AnyFunction;
  readonly #oracle: AnyOracle;
  #values = 0;
  #subgradients = 0;

  constructor(problem: Problem) {
    this.operation = problem.operation;
    this.#problem = problem;
    // The door's types, no longer needed: x comes from `container`.
    this.#f = checkedFunction(problem.operation, problem.f) as AnyFunction;
    this.#oracle = problem.oracle(this.#f as never) as AnyOracle;
    this.start = this.#plain(problem.start, "start").slice();
  }

  get evaluations(): Evaluations {
    return { values: this.#values, subgradients: this.#subgradients };
  }

  /** The entries in the structure of the start. */
  container(x: Float64Array): unknown {
    return unflatten(this.operation, this.#problem.start, x.slice());
  }

  value(x: Float64Array): number {
    this.#values++;
    return this.#number(this.#f(this.container(x), ...this.#problem.constants));
  }

  /** At these constants, in the place of those of the call. */
  at(x: Float64Array, constants = this.#problem.constants): Point {
    this.#subgradients++;
    const { start } = this.#problem;
    const given = this.#oracle(this.container(x), ...constants);
    const keep = "let the oracle give a gradient in the container of x";
    const gradient = this.#plain(
      sameStructure(this.operation, start, given.gradient, keep),
      "gradient",
    );
    return { x, value: this.#number(given.value), gradient };
  }

  /** @throws DomainError unless value and subgradient at the start are finite. */
  first(): Point {
    const point = this.at(this.start);
    if (Number.isFinite(point.value) && point.gradient.every(Number.isFinite)) return point;
    const bad = Number.isFinite(point.value) ? describe(point.gradient) : describe(point.value);
    throw new DomainError(
      `${this.operation}: expected a finite value and gradient at the start, got ${bad}; start where f is defined`,
    );
  }

  #number(y: unknown): number {
    const value = scalarOutput(this.operation, y);
    return typeof value === "number" ? value : this.#refuse("value", value);
  }

  #plain(x: unknown, what: string): Float64Array {
    const entries = flatten(this.operation, x);
    return entries instanceof Float64Array ? entries : this.#refuse(what, entries);
  }

  #refuse(what: string, got: unknown): never {
    throw new LevelError(
      `${this.operation}: expected plain numbers, got ${describe(got)} as ${what}; the steps are not differentiated: differentiate what holds at the minimum`,
    );
  }
}
