import { number, text } from "../../app/fields.ts";

/** What only this view knows. */
export const chainFields = {
  /** The maps in the order in which they are applied; the last may be empty. */
  f1: text("r*cos(t); r*sin(t)"),
  f2: text("x^2 - y^2; 2*x*y"),
  f3: text("x + y/2; y"),
  x1: number(1.2, -1e6, 1e6),
  x2: number(0.6, -1e6, 1e6),
};
