/**
 * How many random inputs a test draws, or how long the chain is that it builds: `few` in the checks of every
 * change, `many` where THOROUGH is set, as it is once a week.
 */
export const cases = (few: number, many: number): number =>
  process.env["THOROUGH"] === undefined ? few : many;
