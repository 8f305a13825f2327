import { type Value, Element, entriesOf } from "@jacobian/core";

/** Whether x is a constant of zeros: the tangent of a constant, or the bar of what nothing depends on. */
export const isZero = (x: Value): boolean =>
  !(x instanceof Element) && entriesOf(x).every((entry) => entry === 0);
