import { LevelError, describe, flatten, unflatten } from "@jacobian/core";

/** Containers of one structure as vectors of their entries, in container order. */
export class Structure {
  readonly start: Float64Array;

  /** @throws LevelError for a start with elements. */
  constructor(
    readonly operation: string,
    readonly model: unknown,
  ) {
    this.start = this.entries(model, "start").slice();
  }

  /** The entries in the structure of the start. */
  container(x: Float64Array): unknown {
    return unflatten(this.operation, this.model, x.slice());
  }

  /** @throws LevelError for elements, which belong to a derivative around the method. */
  entries(x: unknown, what: string): Float64Array {
    const entries = flatten(this.operation, x);
    return entries instanceof Float64Array ? entries : this.refuse(what, entries);
  }

  refuse(what: string, got: unknown): never {
    throw new LevelError(
      `${this.operation}: expected plain numbers, got ${describe(got)} as ${what}; the steps are not differentiated: differentiate what holds at the end`,
    );
  }
}
