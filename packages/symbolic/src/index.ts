export { halfSquare } from "./half-square.ts";
