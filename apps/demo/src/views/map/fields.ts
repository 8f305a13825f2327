import { number, toggle } from "../../app/fields.ts";

/** What only this view knows. */
export const mapFields = {
  /** The side of the square. */
  side: number(0.6, 0.001, 4),
  /** Whether the colour of the plane shows the determinant everywhere. */
  field: toggle(true),
};
