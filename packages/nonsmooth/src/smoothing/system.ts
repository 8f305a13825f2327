import { Matrix, ShapeError, checkedFunction, describe } from "@jacobian/core";
import { checkedOracle } from "../methods/objective.ts";
import { Structure } from "../methods/structure.ts";
import type { Evaluations } from "../methods/types.ts";

/** A function of any input, as the method sees it. */
export type VectorFunction = (x: never, ...constants: never[]) => unknown;

/** What gives an element of the generalized Jacobian: the verb `jacobian` of any package is one. */
export type JacobianOracle = (F: VectorFunction) => (x: never, ...constants: never[]) => unknown;

type AnyFunction = (...args: readonly unknown[]) => unknown;

/** F as a function of the entries of x, both in container order; counts what is asked of it. */
export class System {
  readonly structure: Structure;
  readonly #F: AnyFunction;
  readonly #jacobian: AnyFunction;
  #values = 0;
  #jacobians = 0;

  constructor(
    operation: string,
    F: unknown,
    jacobian: JacobianOracle,
    start: unknown,
    private readonly constants: readonly unknown[],
  ) {
    // The door's types, no longer needed: x comes from `container`.
    this.#F = checkedFunction(operation, F) as AnyFunction;
    this.#jacobian = checkedOracle(operation, jacobian(this.#F)) as AnyFunction;
    this.structure = new Structure(operation, start);
  }

  get evaluations(): Evaluations {
    return { values: this.#values, subgradients: this.#jacobians };
  }

  /** @throws ShapeError unless there are as many equations as unknowns. */
  value(x: Float64Array): Float64Array {
    this.#values++;
    const { structure } = this;
    const y = structure.entries(this.#F(structure.container(x), ...this.constants), "value");
    if (y.length === x.length) return y;
    throw new ShapeError(
      `${structure.operation}: expected as many equations as unknowns, got ${y.length} for ${x.length}; for more equations minimise their squares`,
    );
  }

  /** @throws ShapeError for what is no square matrix. */
  jacobian(x: Float64Array): Matrix {
    this.#jacobians++;
    const V = this.#jacobian(this.structure.container(x), ...this.constants);
    if (V instanceof Matrix && V.rows === x.length && V.cols === x.length) return V;
    throw new ShapeError(
      `${this.structure.operation}: expected a ${x.length}×${x.length} matrix from jacobian, got ${describe(V)}; jacobian of a package gives one`,
    );
  }
}
