import { gradient as forward } from "@jacobian/dual";
import { gradient as reverse } from "@jacobian/tape";
import { saddleByHand } from "../by-hand/saddle.ts";
import { saddle as objective } from "../objectives/saddle.ts";
import { problem } from "./problem.ts";

type Start = readonly number[];

export const saddle = problem({
  read: ({ start }: { readonly start: Start }): [Start] => [start],
  functions: {
    ff: (start: Start) => objective(start, forward, forward),
    fr: (start: Start) => objective(start, forward, reverse),
    rf: (start: Start) => objective(start, reverse, forward),
    rr: (start: Start) => objective(start, reverse, reverse),
  },
  byHand: { ff: saddleByHand, fr: saddleByHand, rf: saddleByHand, rr: saddleByHand },
});
