import type { Scalar } from "@jacobian/core";
import { gradient as dualGradient } from "@jacobian/dual";
import { evaluate, gradient, simplify, symbols } from "@jacobian/symbolic";
import { type Answer, assertSameAnswer, read } from "../answer.ts";
import type { Benchmark, Suite } from "../benchmark.ts";
import type { Work } from "../measure.ts";
import { symbolicPeers } from "../peers/symbolic/peers.ts";
import { scopeOf } from "../peers/symbolic/peer.ts";
import { tried } from "../peers/symbolic/tried.ts";
import { type FormulaProblem, formulaProblems, thousand } from "../problems/formulas.ts";
import { rosenbrockByHand, start } from "../problems/rosenbrock.ts";

/** The gradient by forward mode on numbers: what every formula must come to. */
const truth = ({ f, at }: FormulaProblem): readonly number[] =>
  // A list of numbers in, a list out.
  dualGradient((x: readonly Scalar[]) => f(x))(at);

const ours = (
  { title, f, names, at }: Pick<FormulaProblem, "title" | "f" | "names" | "at">,
  expected: Answer,
): Work => {
  const variables = symbols(names.join(" "));
  const formula = f(variables);
  const work = () => {
    const slopes = simplify(gradient(formula, variables));
    return () => evaluate(slopes, scopeOf(names, at));
  };
  assertSameAnswer(`symbolic, ${title}`, expected, read(work()));
  return work;
};

const prepared = async (name: string, problem: FormulaProblem): Promise<Work> => {
  tried(name, problem, truth(problem));
  const differentiate = await symbolicPeers[name]!(problem.text, problem.names);
  return () => {
    const slopes = differentiate();
    return () => slopes(problem.at);
  };
};

const peerNames = Object.keys(symbolicPeers);

const row = (problem: FormulaProblem): Benchmark => ({
  title: problem.title,
  units: 1,
  contenders: {
    symbolic: () => ours(problem, truth(problem)),
    ...Object.fromEntries(peerNames.map((name) => [name, () => prepared(name, problem)])),
  },
  goals: [{ of: "symbolic", atMost: 1, times: peerNames }],
});

const n = 1000;

const large: Benchmark = {
  title: thousand.title,
  units: 1,
  contenders: {
    symbolic: () => {
      const names = Array.from({ length: n }, (_, k) => `x${k}`);
      const at = start(n);
      return ours({ ...thousand, names, at: [...at] }, rosenbrockByHand(at));
    },
  },
  goals: [{ of: "symbolic", atMost: 200e6 }],
  without: Object.fromEntries(peerNames.map((name) => [name, "12 variables are its limit above"])),
};

/**
 * Gradients as formulas, differentiated and simplified. A peer is tried beforehand in a process of its own: what
 * it cannot do in ten seconds, or does wrong, has no figure but a reason.
 */
export const suite: Suite = {
  name: "gradient, differentiated and simplified",
  per: "gradient",
  benchmarks: [...formulaProblems.map(row), large],
};
