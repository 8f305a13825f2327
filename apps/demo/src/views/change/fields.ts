import { pair, text } from "../../app/fields.ts";

/** How many letters a density may have. */
export const longestDensity = 500;

/** What only this view knows: two corners of the region that is pushed through the map, and what is summed over its image. */
export const changeFields = {
  from: pair(1, 0.2),
  to: pair(2, 2.2),
  /** A formula of the image's coordinates, y1 and y2. */
  density: text("1", longestDensity),
};
