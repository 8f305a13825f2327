import { gradient as forward } from "@jacobian/dual";
import { gradient as reverse } from "@jacobian/tape";
import { particleByHand } from "../by-hand/particle.ts";
import { particle as objective } from "../objectives/particle.ts";
import { problem } from "./problem.ts";

export const particle = problem({
  read: ({ w }: { readonly w: number }): [number] => [w],
  functions: {
    ff: (w: number) => objective(w, forward, forward),
    fr: (w: number) => objective(w, forward, reverse),
    rf: (w: number) => objective(w, reverse, forward),
    rr: (w: number) => objective(w, reverse, reverse),
  },
  byHand: { ff: particleByHand, fr: particleByHand, rf: particleByHand, rr: particleByHand },
});
