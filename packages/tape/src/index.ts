export { gradient, valueAndGradient } from "./gradient.ts";
export type { ValueAndGradient } from "./gradient.ts";
export { hvp } from "./hvp.ts";
export { jacobian } from "./jacobian.ts";
export type { Pullback } from "./pull.ts";
export { record } from "./recorded.ts";
export type { Recorded } from "./recorded.ts";
export { pullback, vjp } from "./vjp.ts";
export type { Vjp } from "./vjp.ts";
