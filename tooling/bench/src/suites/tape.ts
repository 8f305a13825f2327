import { gradient } from "@jacobian/tape";
import type { Benchmark, Suite } from "../benchmark.ts";
import { chain, perRound } from "../problems/chain.ts";
import { chainDerivative } from "../problems/chain-by-hand.ts";

const at = 0.4;

const swept = (operations: number): Benchmark => ({
  title: `${operations} scalar operations`,
  units: operations,
  contenders: {
    "hand-written dual": () => () => chainDerivative(operations / perRound, at),
    "@jacobian/tape": () => {
      const f = gradient(chain(operations / perRound));
      return () => f(at);
    },
  },
  goals: [{ of: "@jacobian/tape", atMost: 60 }],
});

/** Reverse mode: recording and one sweep, beside duals, which such a function of one input favours. */
export const suite: Suite = {
  name: "reverse mode",
  per: "operation, recorded and swept",
  benchmarks: [swept(1000), swept(100_000)],
};
