import { DomainError } from "./errors.ts";
import { describe } from "./shape.ts";

/** How a Jacobian is taken. */
export interface ChunkOptions {
  /** Columns (in reverse mode rows) that one pass makes, from 1 to 32. Fewer hold less memory at a time. */
  readonly chunk?: number;
}

/** As many as the bits of an int32. */
const mostInChunk = 32;

const isOptions = (x: unknown): x is { readonly chunk?: unknown } =>
  typeof x === "object" && x !== null && !Array.isArray(x);

/**
 * What is made in each pass, of options that may come from a program that is not type-checked; `usual` if
 * they do not say.
 * @throws DomainError for what is no such option, or no whole number from 1 to 32.
 * @example
 * chunkOf("jacobian", { chunk: 4 }, 8); // 4
 */
export const chunkOf = (operation: string, options: unknown, usual: number): number => {
  const { chunk = usual, ...others } = isOptions(options) ? options : {};
  const wrong = isOptions(options) ? Object.keys(others)[0] : describe(options);
  const isCount = typeof chunk === "number" && Number.isInteger(chunk);
  if (wrong === undefined && isCount && chunk >= 1 && chunk <= mostInChunk) return chunk;
  throw new DomainError(
    `${operation}: expected options { chunk } with a whole number from 1 to ${mostInChunk}, got ${wrong ?? describe(chunk)}; leave them out for ${usual}`,
  );
};
