import { type Scalar, type Vector, vector } from "@jacobian/core";
import { gradient, jacobian, simplify, symbols, toFunction, trace } from "@jacobian/symbolic";
import type { Benchmark, Suite } from "../benchmark.ts";
import { compiledFormulas, rosenbrockSlopes } from "../peers/mathjs-formulas.ts";
import { polar } from "../problems/polar.ts";
import { rosenbrock, rosenbrockInto, start } from "../problems/rosenbrock.ts";

const goal = { of: "toFunction", atMost: 1.5, times: "by hand" } as const;

/** Values and Jacobian, one after another, into an array. */
const polarInto = (r: number, t: number, out: Float64Array): Float64Array => {
  const [cosine, sine] = [Math.cos(t), Math.sin(t)];
  out[0] = r * cosine;
  out[1] = r * sine;
  out[2] = cosine;
  out[3] = -r * sine;
  out[4] = sine;
  out[5] = r * cosine;
  return out;
};

const polarFormulas = () => {
  const [r, t] = symbols("r t");
  const y = polar([r, t]);
  return { r, t, all: vector([...y, ...entries(jacobian(y, [r, t]))]) };
};

/** Read anew at each call: a constant would be folded. */
const at = Float64Array.of(2, 0.7);

const entries = (J: { readonly entries: readonly Scalar[] }): readonly Scalar[] => J.entries;

const polarRow: Benchmark = {
  title: "polar coordinates, value and Jacobian",
  units: 1,
  contenders: {
    "by hand": () => {
      const out = new Float64Array(6);
      return () => polarInto(at[0]!, at[1]!, out);
    },
    toFunction: () => {
      const { r, t, all } = polarFormulas();
      const f = toFunction(all, [r, t]);
      const out = new Float64Array(6);
      return () => f(at[0]!, at[1]!, out);
    },
    interpreted: () => {
      const { r, t, all } = polarFormulas();
      const f = toFunction(all, [r, t], { generate: false });
      const out = new Float64Array(6);
      return () => f(at[0]!, at[1]!, out);
    },
    mathjs: () => {
      const texts = ["r*cos(t)", "r*sin(t)", "cos(t)", "-r*sin(t)", "sin(t)", "r*cos(t)"];
      const f = compiledFormulas(texts);
      return () => f({ r: at[0]!, t: at[1]! });
    },
  },
  goals: [goal],
};

/** The gradient as a function of a vector, simplified. (Like the loop by hand it writes into an array that is there.) */
const slopes = (n: number, generate: boolean) => {
  const x = vector(symbols(Array.from({ length: n }, (_, i) => `x${i}`).join(" ")));
  const g: Vector = simplify(gradient(trace(rosenbrock, x), x));
  return toFunction(g, x, { generate });
};

const rosenbrockRow = (n: number): Benchmark => {
  const x = start(n);
  return {
    title: `Rosenbrock n=${n}, the gradient`,
    units: 1,
    contenders: {
      "by hand": () => {
        const out = new Float64Array(n);
        return () => rosenbrockInto(x, out);
      },
      toFunction: () => {
        const f = slopes(n, true);
        const out = new Float64Array(n);
        return () => f(x, out);
      },
      interpreted: () => {
        const f = slopes(n, false);
        const out = new Float64Array(n);
        return () => f(x, out);
      },
      mathjs: () => {
        const f = compiledFormulas(rosenbrockSlopes(n));
        const scope = Object.fromEntries(Array.from(x, (entry, i) => [`x${i}`, entry]));
        return () => f(scope);
      },
    },
    goals: [goal],
  };
};

/** Evaluation of formulas and their derivatives, made beforehand, beside what one writes by hand. */
export const suite: Suite = {
  name: "evaluation of formulas",
  per: "call",
  benchmarks: [polarRow, rosenbrockRow(10), rosenbrockRow(100), rosenbrockRow(1000)],
};
