export { halfSquare } from "./half-square.ts";
export { nearestPoint } from "./nearest/nearest-point.ts";
export type { NearestPoint } from "./nearest/nearest-point.ts";
