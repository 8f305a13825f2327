export * from "./calculus.ts";
export * from "./further.ts";
