import { taylor } from "@jacobian/dual";
import type { Benchmark, Suite } from "../benchmark.ts";
import { wave, waveByHand } from "../problems/series.ts";

const at = 0.5;

const expanded = (order: number): Benchmark => ({
  title: `e^sin(x·tanh x) to order ${order}`,
  units: 1,
  contenders: {
    "by hand": () => () => waveByHand(at, order),
    "@jacobian/dual": () => {
      const series = taylor(wave, order);
      return () => Float64Array.from(series(at));
    },
  },
});

/** Taylor series beside recurrences written for the one function. */
export const suite: Suite = {
  name: "Taylor series",
  per: "series",
  benchmarks: [expanded(5), expanded(20), expanded(40)],
};
