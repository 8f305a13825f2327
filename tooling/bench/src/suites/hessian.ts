import type { Vector } from "@jacobian/core";
import { gradient, jacobian, jvp, mixedDirectional } from "@jacobian/dual";
import { hessian } from "jacobian";
import type { Benchmark, Suite } from "../benchmark.ts";
import * as mathjs from "../peers/mathjs-rosenbrock.ts";
import { rosenbrock, rosenbrockHessianByHand, start } from "../problems/rosenbrock.ts";

const n = 30;
const x = start(n);

const units = Array.from({ length: n }, (_, i) => new Float64Array(n).fill(1, i, i + 1));

/** An evaluation for each entry of the upper half: n(n + 1)/2 of them (Fike & Alonso 2011). */
const entryByEntry = (): Float64Array => {
  const along = mixedDirectional(rosenbrock);
  const entries = new Float64Array(n * n);
  units.forEach((v, i) => {
    units.slice(0, i + 1).forEach((w, j) => {
      entries[i * n + j] = entries[j * n + i] = along(x, v, w).second;
    });
  });
  return entries;
};

/** An evaluation for each row, with all directions of the other perturbation at once. */
const rowByRow = (): Float64Array => {
  const entries = new Float64Array(n * n);
  units.forEach((v, i) => {
    const row = jacobian((y: Vector) => jvp(rosenbrock)(y, v).tangent)(x);
    entries.set(row.data, i * n);
  });
  return entries;
};

/** The Rosenbrock Hessian by hand and by our engines, for whoever stands beside them. */
export const hessianContenders: Benchmark["contenders"] = {
  "by hand": () => () => rosenbrockHessianByHand(x),
  "forward over forward": () => {
    const H = jacobian((y: Vector) => gradient(rosenbrock)(y));
    return () => H(x).data;
  },
  "forward over reverse": () => {
    const H = hessian(rosenbrock);
    return () => H(x).data;
  },
  "hyper-dual, row by row": () => rowByRow,
  "hyper-dual, entry by entry": () => {
    // Once beforehand: not yet compiled, it takes so long that one call would count as the figure.
    entryByEntry();
    return entryByEntry;
  },
};

/** Second derivatives: all of them in one evaluation, row by row, or one at a time. */
export const suite: Suite = {
  name: "Hessian of the Rosenbrock function",
  per: "call",
  benchmarks: [
    {
      title: `n=${n}`,
      units: 1,
      contenders: {
        ...hessianContenders,
        mathjs: () => {
          const H = mathjs.rosenbrockHessian(n);
          return () => H(x);
        },
      },
      goals: [{ of: "forward over forward", atMost: 1, times: "mathjs" }],
    },
  ],
};
