import { derivative } from "@jacobian/dual";
import type { Benchmark, Suite } from "../benchmark.ts";
import * as dualAlgebra from "../peers/dual-algebra.ts";
import { chain, perRound } from "../problems/chain.ts";
import { chainDerivative } from "../problems/chain-by-hand.ts";

const at = 0.4;

const chained = (rounds: number): Benchmark => ({
  title: `${rounds * perRound} scalar operations`,
  units: rounds * perRound,
  contenders: {
    "hand-written dual": () => () => chainDerivative(rounds, at),
    "@jacobian/dual": () => {
      const f = derivative(chain(rounds));
      return () => f(at);
    },
    "dual-algebra": () => () => dualAlgebra.chainDerivative(rounds, at),
  },
  goals: [{ of: "@jacobian/dual", atMost: 4, times: "hand-written dual" }],
});

/** Forward mode against dual numbers written for the one program. */
export const suite: Suite = {
  name: "forward mode",
  per: "operation",
  benchmarks: [chained(1), chained(1000)],
};
