import { gradient } from "@jacobian/tape";
import { lseByHand, lseGradientByHand } from "../by-hand/lse.ts";
import { lse as objective } from "../objectives/lse.ts";
import { problem } from "./problem.ts";

export const lse = problem({
  read: ({ x }: { readonly x: readonly number[] }): [Float64Array] => [Float64Array.from(x)],
  functions: { primal: objective, gradient: gradient(objective) },
  byHand: { primal: lseByHand, gradient: lseGradientByHand },
});
