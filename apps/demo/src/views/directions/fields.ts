import { number, numbers } from "../../app/fields.ts";

/** Inputs and outputs of the network whose costs are shown. */
export const largest = 64;

/** What only this view knows. */
export const directionsFields = {
  /** The tangent at the point; a coordinate that is missing is 1. */
  v: numbers([0.6, 0.8]),
  /** The covector at the value; a coordinate that is missing is 1. */
  w: numbers([1, 0.5]),
  /** How many operations the flow has passed, forward and then back. */
  pass: number(0, 0, 1e4),
  inputs: number(16, 1, largest),
  outputs: number(2, 1, largest),
};
