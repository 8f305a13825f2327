import { gradient } from "@jacobian/tape";
import { llsqByHand, llsqGradientByHand } from "../by-hand/llsq.ts";
import { llsq as objective } from "../objectives/llsq.ts";
import { problem } from "./problem.ts";

interface Input {
  readonly x: readonly number[];
  readonly n: number;
}

export const llsq = problem({
  read: ({ x, n }: Input): [Float64Array, number] => [Float64Array.from(x), n],
  functions: { primal: objective, gradient: gradient(objective) },
  byHand: { primal: llsqByHand, gradient: llsqGradientByHand },
});
