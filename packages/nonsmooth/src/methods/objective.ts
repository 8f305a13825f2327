import {
  DomainError,
  checkedFunction,
  describe,
  sameStructure,
  scalarOutput,
} from "@jacobian/core";
import type { Oracle } from "./oracle.ts";
import { Structure } from "./structure.ts";
import type { Evaluations } from "./types.ts";

/** A point, f there, and a subgradient. */
export interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Whether a method can go on from there: a value and a gradient that are neither NaN nor ∞. */
export const isFinitePoint = ({ value, gradient }: Pick<Point, "value" | "gradient">): boolean =>
  Number.isFinite(value) && gradient.every(Number.isFinite);

type AnyFunction = (...args: readonly unknown[]) => unknown;
type AnyOracle = (...args: readonly unknown[]) => unknown;

const refuseOracle = (operation: string, what: string, got: unknown): DomainError =>
  new DomainError(
    `${operation}: expected an oracle that gives ${what}, got ${describe(got)}; valueAndGradient of a package is one`,
  );

/** @throws DomainError for an oracle that gives no function. */
export const checkedOracle = (operation: string, made: unknown): unknown => {
  if (typeof made === "function") return made;
  throw refuseOracle(operation, "a function of x", made);
};

/** @throws DomainError for what lacks a value or a gradient. */
const answered = (operation: string, got: unknown) => {
  if (typeof got === "object" && got !== null && "value" in got && "gradient" in got) return got;
  throw refuseOracle(operation, "{ value, gradient }", got);
};

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
  readonly structure: Structure;
  readonly #constants: readonly unknown[];
  readonly #f: AnyFunction;
  readonly #oracle: AnyOracle;
  #values = 0;
  #subgradients = 0;

  constructor({ operation, f, oracle, start, constants }: Problem) {
    this.#constants = constants;
    // The door's types, no longer needed: x comes from `container`.
    this.#f = checkedFunction(operation, f) as AnyFunction;
    this.#oracle = checkedOracle(operation, oracle(this.#f as never)) as AnyOracle;
    this.structure = new Structure(operation, start);
  }

  get evaluations(): Evaluations {
    return { values: this.#values, subgradients: this.#subgradients };
  }

  value(x: Float64Array): number {
    this.#values++;
    return this.#number(this.#f(this.structure.container(x), ...this.#constants));
  }

  /** At these constants, in the place of those of the call. */
  at(x: Float64Array, constants = this.#constants): Point {
    this.#subgradients++;
    const { structure } = this;
    const { value, gradient } = answered(
      structure.operation,
      this.#oracle(structure.container(x), ...constants),
    );
    const keep = "let the oracle give a gradient in the container of x";
    const mirror = sameStructure(structure.operation, structure.model, gradient, keep);
    return { x, value: this.#number(value), gradient: structure.entries(mirror, "gradient") };
  }

  /** @throws DomainError unless value and subgradient at the start are finite. */
  first(start = this.structure.start): Point {
    const point = this.at(start);
    if (isFinitePoint(point)) return point;
    const bad = describe(Number.isFinite(point.value) ? point.gradient : point.value);
    throw new DomainError(
      `${this.structure.operation}: expected a finite value and gradient at the start, got ${bad}; start where f is defined`,
    );
  }

  #number(y: unknown): number {
    const value = scalarOutput(this.structure.operation, y);
    return typeof value === "number" ? value : this.structure.refuse("value", value);
  }
}
