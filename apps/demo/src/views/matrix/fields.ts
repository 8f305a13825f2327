import { text } from "../../app/fields.ts";

/** What only this view knows. */
export const matrixFields = {
  /** The row or column that is looked at, `row0` or `column1`; nothing for the whole. */
  part: text("", 12),
};
