export { check } from "./check.ts";
export { conforms } from "./conforms.ts";
export type { Engine } from "./engine.ts";
export { random, seedOf } from "./random.ts";
export { richardson } from "./richardson.ts";
export type { Estimate } from "./richardson.ts";
export { linalgScenario, pointOf, scenario } from "./scenario.ts";
export type { Input, Program, Scenario, Table } from "./scenario.ts";
export { scenarios } from "./scenarios.ts";
