import { number, pair, toggle } from "../../app/fields.ts";

/** What only this view knows. */
export const inverseFields = {
  /** y, whose preimage is looked for. */
  target: pair(1.1, 1.6),
  /** Whether there is a second start, and where. */
  twice: toggle(false),
  other: pair(-1.6, 3.9),
  /** Whether the Lipschitz constant of J is known, on which ball around the start; else it is estimated. */
  known: toggle(false),
  lipschitz: number(4, 0, 1e6),
  within: number(1, 1e-6, 1e6),
};
