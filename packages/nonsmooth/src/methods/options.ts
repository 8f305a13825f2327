import { DomainError, describe } from "@jacobian/core";

/** What an option must be, in words, and whether a value is it. */
export interface Demand {
  readonly what: string;
  readonly holds: (x: unknown) => boolean;
}

const isNumber = (x: unknown): x is number => typeof x === "number";

/** A finite number above 0. */
export const positive: Demand = {
  what: "a number above 0",
  holds: (x) => isNumber(x) && x > 0 && x < Infinity,
};

/** A finite number of 0 or more. */
export const nonnegative: Demand = {
  what: "a number of 0 or more",
  holds: (x) => isNumber(x) && x >= 0 && x < Infinity,
};

/** Any finite number. */
export const finite: Demand = {
  what: "a finite number",
  holds: (x) => Number.isFinite(x),
};

/** A whole number of steps or points. */
export const count = (least: number): Demand => ({
  what: `a whole number from ${least} on`,
  holds: (x) => isNumber(x) && Number.isSafeInteger(x) && x >= least,
});

/** A number between two, which it does not reach. */
export const between = (low: number, high: number): Demand => ({
  what: `a number between ${low} and ${high}`,
  holds: (x) => isNumber(x) && low < x && x < high,
});

export const aFunction: Demand = {
  what: "a function",
  holds: (x) => typeof x === "function",
};

export const flag: Demand = { what: "true or false", holds: (x) => typeof x === "boolean" };

/** Whatever has these functions. */
export const withFunctions = (...names: readonly string[]): Demand => ({
  what: `an object with ${names.join(" and ")}`,
  holds: (x) =>
    typeof x === "object" &&
    x !== null &&
    // Looked up by name in what is some object.
    names.every((name) => typeof (x as Readonly<Record<string, unknown>>)[name] === "function"),
});

const aSignal: Demand = {
  what: "an AbortSignal",
  holds: (x) =>
    typeof x === "object" && x !== null && "aborted" in x && typeof x.aborted === "boolean",
};

/** The demands on the options of every method. */
export const common = /*#__PURE__*/ (() => ({
  oracle: aFunction,
  limit: /*#__PURE__*/ count(0),
  signal: aSignal,
  onStep: aFunction,
}))();

/**
 * Options of a program that may not be type-checked: each is known and is what it must be, or is left out.
 * @throws DomainError for what is no object, an unknown option, or one out of its range.
 */
export const checkedOptions = <O extends object>(
  operation: string,
  demands: Readonly<Record<string, Demand>>,
  options: O,
): O => {
  const names = Object.keys(demands).join(", ");
  const refuse = (what: string, got: string): never => {
    throw new DomainError(
      `${operation}: expected ${what}, got ${got}; leave out what shall have its default`,
    );
  };
  const given: unknown = options;
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return refuse(`{ ${names} }`, describe(given));
  }
  for (const [name, x] of Object.entries(given) as [string, unknown][]) {
    const demand = demands[name] ?? refuse(`{ ${names} }`, `the option ${name}`);
    if (x !== undefined && !demand.holds(x)) refuse(`${demand.what} as ${name}`, describe(x));
  }
  return options;
};
