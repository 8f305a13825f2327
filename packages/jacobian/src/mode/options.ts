import { type MatrixValue, DomainError, chunkOf, describe } from "@jacobian/core";
import { usual } from "./cost.ts";

/**
 * What takes Jacobians: any object with the verb, such as a package imported whole
 * (`import * as nonsmooth from "@jacobian/nonsmooth"`).
 */
export interface JacobianEngine {
  readonly jacobian: (
    f: (x: never, ...constants: never[]) => unknown,
  ) => (x: never, ...constants: never[]) => MatrixValue;
}

/** How a Jacobian is taken; see `jacobian`. */
export interface JacobianOptions {
  /** Column by column, row by row, or whichever takes fewer operations (the default). */
  readonly mode?: "auto" | "forward" | "reverse";
  /** Columns that one evaluation gives, or rows that one sweep gives, from 1 to 32; 32 or 16 if not said. */
  readonly chunk?: number;
  /** What takes the Jacobian instead; it decides how. */
  readonly engine?: JacobianEngine;
}

const modes: readonly unknown[] = ["auto", "forward", "reverse"];

const isObject = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === "object" && x !== null;

const isEngine = (x: unknown): x is JacobianEngine =>
  isObject(x) && typeof x["jacobian"] === "function";

/**
 * What a program that is not type-checked may pass is refused, not ignored.
 * @throws DomainError for what is no such option.
 */
export const checkedOptions = (operation: string, options: unknown): JacobianOptions => {
  const { mode, chunk, engine, ...others } = isObject(options) ? options : {};
  const wrong = isObject(options) ? Object.keys(others)[0] : describe(options);
  if (wrong !== undefined || !(mode === undefined || modes.includes(mode))) {
    throw new DomainError(
      `${operation}: expected options { mode: "auto" | "forward" | "reverse", chunk } or { engine }, got ${wrong ?? describe(mode)}; leave them out for auto`,
    );
  }
  if (chunk !== undefined) chunkOf(operation, { chunk }, usual.columns);
  if (engine === undefined) return options as JacobianOptions;
  if (!isEngine(engine)) {
    throw new DomainError(
      `${operation}: expected an engine with a function jacobian, got ${describe(engine)}; import one whole: import * as dual from "@jacobian/dual"`,
    );
  }
  if (mode === undefined && chunk === undefined) return { engine };
  throw new DomainError(
    `${operation}: expected { engine } alone, got it with ${mode === undefined ? "chunk" : "mode"} beside it; an engine decides how it works`,
  );
};
