export { check } from "./check.ts";
export { CheckReport } from "./check-report.ts";
export type { Compared, Disagreement } from "./compared.ts";
export type { Suspect } from "./suspects.ts";
