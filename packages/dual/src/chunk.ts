import { DomainError, describe } from "@jacobian/core";
import { mostDirections } from "./bundle.ts";

/** How a Jacobian or gradient is taken. */
export interface ChunkOptions {
  /** Directions that one evaluation carries, from 1 to 32; 32 if not said. Fewer hold less memory at a time. */
  readonly chunk?: number;
}

const usual = mostDirections;

const isOptions = (x: unknown): x is { readonly chunk?: unknown } =>
  typeof x === "object" && x !== null;

/**
 * Directions for each pass, of options that may come from a program that is not type-checked.
 * @throws DomainError for what is no such option, or no whole number from 1 to 32.
 */
export const chunkOf = (operation: string, options: unknown): number => {
  const { chunk = usual, ...others } = isOptions(options) ? options : {};
  const wrong = isOptions(options) ? Object.keys(others)[0] : describe(options);
  const isCount = typeof chunk === "number" && Number.isInteger(chunk);
  if (wrong === undefined && isCount && chunk >= 1 && chunk <= mostDirections) return chunk;
  throw new DomainError(
    `${operation}: expected options { chunk } with a whole number from 1 to ${mostDirections}, got ${wrong ?? describe(chunk)}; leave them out for ${usual}`,
  );
};
