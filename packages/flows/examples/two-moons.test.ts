import { mean, neg } from "jacobian";
import { expect, test } from "vitest";
import { fit, flow, twoMoons } from "./two-moons.ts";

// Some seconds of one core; a busy machine takes far longer.
test("two moons, by maximum likelihood", { timeout: 240_000 }, () => {
  const { parameters, losses } = fit(twoMoons(600, 0.1, 1), {
    depth: 6,
    width: 8,
    steps: 300,
    seed: 3,
  });
  // −log p per point, in nats. What the moons are drawn from has about 0.95, a fitted normal distribution 1.9.
  expect(losses[0]).toBeGreaterThan(2.4);
  expect(losses.at(-1)).toBeLessThan(1.1);

  // It says something of points that it has not seen.
  const unseen = neg(mean(flow(parameters).logDensity(twoMoons(2000, 0.1, 77))));
  expect(unseen).toBeLessThan(1.25);
});
