import { OperatorError } from "./errors.ts";
import { describe } from "./shape.ts";

/**
 * The function that is to be differentiated, of a program that may not be type-checked.
 * @throws OperatorError for what is no function.
 * @example
 * checkedFunction("jvp", sin) === sin; // true
 */
export const checkedFunction = <F>(operation: string, f: F): F => {
  if (typeof f === "function") return f;
  throw new OperatorError(
    `${operation}: expected a function to differentiate, got ${describe(f)}; give the function itself first, and the point to what comes back`,
  );
};
