import { directional } from "./directional.ts";
import type { Engine } from "./engine.ts";
import { cotangents, duality, gradient, jacobian, tangents, value } from "./first.ts";
import type { Check } from "./first.ts";
import { know } from "./known.ts";
import type { Scenario } from "./scenario.ts";
import { second } from "./second.ts";

const checks: Readonly<Record<string, Check>> = {
  value,
  jacobian,
  tangents,
  cotangents,
  duality,
  gradient,
  second,
  directional,
};

/** What `run` throws becomes one failure. */
export const failures = (what: string, run: () => string[]): string[] => {
  try {
    return run();
  } catch (error) {
    return [`${what}: threw ${error instanceof Error ? error.message : String(error)}`];
  }
};

/** Everything this engine gets wrong on this scenario, in words; empty when it conforms. */
export const check = (engine: Engine, scenario: Scenario): string[] =>
  failures("evaluation", () => {
    const known = know(engine.core, engine.linalg, scenario);
    return Object.entries(checks).flatMap(([name, run]) =>
      failures(name, () => run(engine, known)),
    );
  });
