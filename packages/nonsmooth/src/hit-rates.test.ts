import { expect, test } from "vitest";
import { hitRates } from "../test-support/hit-rates.ts";

test("how often a network's loss is at a kink: the figures of the README", () => {
  expect(hitRates()).toEqual({
    "continuous data, continuous weights": 0,
    "data of −1, 0, 1, continuous weights": 0,
    "data of −1, 0, 1, weights of −1, 0, 1": 0.975,
    "bytes for data, weights of −7 … 7": 0.008,
    "a line with absent data, continuous weights": 0.103,
    "a plane that weights compare": 1,
    "one neuron of weights 0": 1,
  });
});
