import { gradient, jacobian, record } from "@jacobian/tape";
import type { Benchmark, Suite } from "../benchmark.ts";
import { chain, perRound } from "../problems/chain.ts";
import { chainDerivative } from "../problems/chain-by-hand.ts";
import { perEntry, ring } from "../problems/ring.ts";
import { rosenbrock, rosenbrockByHand, start } from "../problems/rosenbrock.ts";

const at = 0.4;

/** Every call but the first: the record's room is kept. */
const swept = (operations: number): Benchmark => ({
  title: `${operations} scalar operations`,
  units: operations,
  contenders: {
    "hand-written dual": () => () => chainDerivative(operations / perRound, at),
    "@jacobian/tape": () => {
      const f = gradient(chain(operations / perRound));
      return () => f(at);
    },
    "@jacobian/tape, replayed": () => {
      const tape = record(chain(operations / perRound))(at);
      return () => tape.gradient(at);
    },
  },
  goals: [
    { of: "@jacobian/tape", atMost: 80 },
    { of: "@jacobian/tape", atMost: 40 },
    { of: "@jacobian/tape, replayed", atMost: 1, times: "@jacobian/tape" },
  ],
});

/** Operations of Rosenbrock's function for each entry; reading an entry is none. */
const perTerm = 8;

const valley = (n: number): Benchmark => {
  const x = start(n);
  return {
    title: `Rosenbrock n=${n}`,
    units: perTerm * (n - 1),
    contenders: {
      "by hand": () => () => rosenbrockByHand(x),
      "@jacobian/tape": () => {
        const f = gradient(rosenbrock);
        return () => f(x);
      },
      "@jacobian/tape, replayed": () => {
        const tape = record(rosenbrock)(x);
        return () => tape.gradient(x);
      },
    },
  };
};

const rows = (n: number, rounds: number): Benchmark => {
  const x = start(n);
  const inChunks = (chunk: number) => () => {
    const J = jacobian(ring(rounds), { chunk });
    return () => J(x).data;
  };
  return {
    title: `ring of ${n}, ${rounds} rounds, Jacobian`,
    units: n * n * rounds * perEntry,
    contenders: {
      "chunk 1": inChunks(1),
      "chunk 4": inChunks(4),
      "chunk 16": inChunks(16),
      "chunk 32": inChunks(32),
    },
  };
};

/** Reverse mode: recording and one sweep, beside duals, which such a function of one input favours. */
export const suite: Suite = {
  name: "reverse mode",
  per: "operation, recorded and swept (of a Jacobian: and row)",
  benchmarks: [
    swept(1000),
    swept(100_000),
    swept(1_000_000),
    valley(10),
    valley(1000),
    rows(64, 4),
    rows(16, 200),
  ],
};
