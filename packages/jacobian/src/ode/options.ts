import { count, oneOf, required } from "../checked-options.ts";

/** How an ODE is integrated. */
export interface OdeOptions {
  /** "rk4", the classical explicit method of order 4 (the default), or "trapezoid", implicit, of order 2, for stiff ones. */
  readonly method?: "rk4" | "trapezoid";
  /** How many equal steps lead from each time to the next. */
  readonly steps: number;
}

export const odeRules = {
  method: /*#__PURE__*/ oneOf("rk4", "trapezoid"),
  steps: /*#__PURE__*/ required(count),
};
