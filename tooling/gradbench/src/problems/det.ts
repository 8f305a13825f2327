import { gradient } from "@jacobian/tape";
import { detByHand, detGradientByHand } from "../by-hand/det.ts";
import { det as objective, type Rows } from "../objectives/det.ts";
import { problem } from "./problem.ts";

interface Input {
  /** Row by row. */
  readonly A: readonly number[];
  readonly ell: number;
}

const rows = ({ A, ell }: Input): number[][] =>
  Array.from({ length: ell }, (_, i) => A.slice(i * ell, (i + 1) * ell));

export const det = problem({
  read: (input: Input): [number[][]] => [rows(input)],
  functions: {
    primal: objective,
    gradient: (A: number[][]) => gradient<Rows>(objective)(A).flat(),
  },
  byHand: { primal: detByHand, gradient: detGradientByHand },
});
