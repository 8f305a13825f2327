import { pair } from "../../app/fields.ts";

/** What only this view knows: two corners of the region that is pushed through the map. */
export const changeFields = {
  from: pair(1, 0.2),
  to: pair(2, 2.2),
};
