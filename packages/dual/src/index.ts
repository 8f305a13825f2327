export { derivative } from "./derivative.ts";
export type { Jvp } from "./evaluate.ts";
export { gradient, valueAndGradient } from "./gradient.ts";
export type { ValueAndGradient } from "./gradient.ts";
export { jacobian } from "./jacobian.ts";
export { jvp } from "./jvp.ts";
