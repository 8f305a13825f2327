import { mul } from "@jacobian/core";
import { derivative } from "@jacobian/dual";
import { gradient } from "@jacobian/tape";
import { type Primitive, plain } from "./plain.ts";

/** Runs f often on elements of both engines, so that it has met more than numbers. */
const onElements = (f: Primitive): void => {
  for (let k = 0; k < 1000; k++) {
    derivative((t) => f(t, mul(2, t)))(0.1 + 0.0008 * k);
    gradient(([x, y]) => f(x, y))([0.1 + 0.0008 * k, 1.7 - 0.0011 * k]);
  }
};

/** The same functions once they have been differentiated in this process. */
export const suite = plain("plain numbers, after elements", onElements);
