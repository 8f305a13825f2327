import type { Benchmark, Suite } from "../benchmark.ts";
import * as rose from "../peers/rose.ts";
import { start } from "../problems/rosenbrock.ts";
import { hessianContenders } from "./hessian.ts";
import { polarContenders, rosenbrockContenders } from "./problems.ts";

const rosenbrock = (n: number): Benchmark => ({
  title: `Rosenbrock n=${n}, gradient`,
  units: 1,
  contenders: {
    ...rosenbrockContenders(n),
    rose: async () => {
      const gradient = await rose.rosenbrockGradient(n);
      const x = Array.from(start(n));
      return () => gradient(x);
    },
  },
});

/**
 * The peer that compiles to WebAssembly. It stands apart: a memory that grows detaches its buffer, and
 * from then on V8 checks at every access to any typed array in the process whether it is detached, so
 * that everyone beside it is slower than alone.
 */
export const suite: Suite = {
  name: "whole derivatives, beside WebAssembly",
  per: "call",
  benchmarks: [
    {
      title: "polar coordinates, Jacobian",
      units: 1,
      contenders: { ...polarContenders, rose: () => () => rose.polarJacobian(2, 0.7) },
    },
    rosenbrock(10),
    rosenbrock(1000),
    {
      title: "Rosenbrock n=30, Hessian",
      units: 1,
      contenders: {
        ...hessianContenders,
        rose: async () => {
          const hessian = await rose.rosenbrockHessian(30);
          const x = Array.from(start(30));
          return () => hessian(x);
        },
      },
    },
  ],
};
