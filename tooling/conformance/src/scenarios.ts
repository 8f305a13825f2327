import type { Scenario } from "./scenario.ts";
import * as families from "./scenarios/index.ts";

/** All scenarios of all families. */
export const scenarios: readonly Scenario[] = Object.values(families).flat();
