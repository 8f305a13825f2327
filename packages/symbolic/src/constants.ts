import type { Formula } from "./formula/formula.ts";
import { named } from "./formula/make.ts";

/** π = 3.14159… */
export const pi: Formula = /*#__PURE__*/ named("pi", Math.PI);

/** Euler's number e = 2.71828… */
export const e: Formula = /*#__PURE__*/ named("e", Math.E);

/** τ = 2π, a whole turn. */
export const tau: Formula = /*#__PURE__*/ named("tau", 2 * Math.PI);
