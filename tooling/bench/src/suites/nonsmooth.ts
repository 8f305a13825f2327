import * as core from "@jacobian/core";
import * as linalg from "@jacobian/linalg";
import { valueAndGradient as oracle } from "@jacobian/tape";
import { bundleMethod, gradientSampling, nonsmoothBfgs } from "@jacobian/nonsmooth";
import { type TestProblem, nonsmoothProblems } from "@tooling/conformance/nonsmooth";
import type { CountSuite } from "../benchmark.ts";

const { haarala, others, chebyshevRosenbrock } = nonsmoothProblems(core, linalg);

const methods = {
  bundle: ({ f, start, convex }: TestProblem) =>
    bundleMethod(f, { convex, oracle, limit: 1000 })(start),
  BFGS: ({ f, start }: TestProblem) => nonsmoothBfgs(f, { oracle, limit: 2000 })(start),
  // A step asks for n + 1 subgradients, the least number for which convergence is proven.
  sampling: ({ f, start }: TestProblem) =>
    gradientSampling(f, { oracle, limit: 200, samples: start.length + 1 })(start),
};

const digits = (x: number): string => (x === 0 ? "0" : x.toExponential(1));

const row = (problem: TestProblem) =>
  Object.entries(methods).map(([name, method]) => {
    const { steps, evaluations, value, reason, stationarity } = method(problem);
    const { values, subgradients } = evaluations;
    return [
      problem.name,
      `${problem.start.length}`,
      problem.convex ? "yes" : "no",
      name,
      `${steps}`,
      `${values} + ${subgradients}`,
      digits(value - problem.optimum),
      `${digits(stationarity.distance)} (${digits(stationarity.epsilon)})`,
      reason,
    ];
  });

/** What the methods take on published problems from the published starts: counts, which no machine changes. */
export const suite: CountSuite = {
  name: "nonsmooth",
  head: [
    "problem",
    "n",
    "convex",
    "method",
    "steps",
    "values + subgradients",
    "f − optimum",
    "distance of 0 (ε)",
    "why it stopped",
  ],
  rows: () => [...haarala(50), ...others(50), ...[2, 3, 4].map(chebyshevRosenbrock)].flatMap(row),
};
