export { gradient, valueAndGradient } from "./gradient.ts";
export type { ValueAndGradient } from "./gradient.ts";
export { jacobian } from "./jacobian.ts";
export type { Pullback } from "./pull.ts";
export { pullback, vjp } from "./vjp.ts";
export type { Vjp } from "./vjp.ts";
