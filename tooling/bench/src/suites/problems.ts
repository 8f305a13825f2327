import { gradient as dualGradient, jacobian as dualJacobian } from "@jacobian/dual";
import { gradient as tapeGradient, jacobian as tapeJacobian } from "@jacobian/tape";
import { jacobian } from "jacobian";
import type { Benchmark, Suite } from "../benchmark.ts";
import * as dualAlgebra from "../peers/dual-algebra.ts";
import * as simplegrad from "../peers/simplegrad.ts";
import { forward, network, networkByHand } from "../problems/network.ts";
import { polar, polarByHand } from "../problems/polar.ts";
import { rosenbrock, rosenbrockByHand, start } from "../problems/rosenbrock.ts";

type Contenders = Benchmark["contenders"];

/** The polar Jacobian by hand and by our engines, for whoever stands beside them. */
export const polarContenders: Contenders = {
  "by hand": () => () => polarByHand(2, 0.7),
  "@jacobian/dual": () => {
    const J = dualJacobian(polar);
    return () => J([2, 0.7]).data;
  },
  "@jacobian/tape": () => {
    const J = tapeJacobian(polar);
    return () => J([2, 0.7]).data;
  },
  jacobian: () => {
    const J = jacobian(polar);
    return () => J([2, 0.7]).data;
  },
};

/** The Rosenbrock gradient by hand and in reverse mode, for whoever stands beside them. */
export const rosenbrockContenders = (n: number): Contenders => {
  const x = start(n);
  return {
    "by hand": () => () => rosenbrockByHand(x),
    "@jacobian/tape": () => {
      const gradient = tapeGradient(rosenbrock);
      return () => gradient(x);
    },
  };
};

const rosenbrockForward = (n: number): Contenders => ({
  "@jacobian/dual": () => {
    const gradient = dualGradient(rosenbrock);
    return () => gradient(start(n));
  },
});

const rosenbrockPeers = (n: number): Contenders => ({
  simplegrad: () => {
    const gradient = simplegrad.rosenbrockGradient(n);
    const x = start(n);
    return () => gradient(x);
  },
});

const networkContenders = (inputs: number, hidden: number, outputs: number): Contenders => {
  const net = network(inputs, hidden, outputs);
  const x = start(inputs);
  return {
    "by hand": () => () => networkByHand(net, x),
    "@jacobian/dual": () => {
      const J = dualJacobian(forward(net));
      return () => J(x).data;
    },
    "@jacobian/tape": () => {
      const J = tapeJacobian(forward(net));
      return () => J(x).data;
    },
  };
};

const whole = (title: string, ...contenders: readonly Contenders[]): Benchmark => ({
  title,
  units: 1,
  // The types of the spread parts are all Contenders.
  contenders: Object.assign({}, ...contenders) as Contenders,
});

/** Whole derivatives of small and large functions, against what a person would write. */
export const suite: Suite = {
  name: "whole derivatives",
  per: "call",
  benchmarks: [
    {
      ...whole("polar coordinates, Jacobian", polarContenders, {
        "dual-algebra": () => () => dualAlgebra.polarJacobian(2, 0.7),
      }),
      goals: [{ of: "@jacobian/dual", atMost: 1000 }],
    },
    // Forward mode carries n directions for a gradient, so it stands only where n is small.
    whole(
      "Rosenbrock n=10, gradient",
      rosenbrockContenders(10),
      rosenbrockForward(10),
      rosenbrockPeers(10),
    ),
    whole("Rosenbrock n=1000, gradient", rosenbrockContenders(1000), rosenbrockPeers(1000)),
    whole("Rosenbrock n=100000, gradient", rosenbrockContenders(100_000)),
    whole("network 64→128→10, Jacobian", networkContenders(64, 128, 10)),
  ],
};
