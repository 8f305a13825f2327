import { callerOf, withLongStacks } from "@jacobian/core";

/** The innermost line outside the packages from here, for a message: " at file:line:column", or nothing. */
export const site = (): string =>
  withLongStacks(() => {
    const location = callerOf(new Error());
    return location === undefined ? "" : ` at ${location}`;
  });
