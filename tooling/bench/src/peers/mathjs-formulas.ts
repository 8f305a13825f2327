import { type EvalFunction, parse } from "mathjs";

/** What mathjs compiles of formulas that are given as text: it evaluates them one by one. */
export const compiledFormulas = (
  texts: readonly string[],
): ((scope: Readonly<Record<string, number>>) => Float64Array) => {
  const compiled: readonly EvalFunction[] = texts.map((text) => parse(text).compile());
  return (scope) => {
    // A formula of numbers gives a number.
    return Float64Array.from(compiled, (formula) => formula.evaluate(scope) as number);
  };
};

/** The entries of the gradient of the Rosenbrock function, as one would write them down. */
export const rosenbrockSlopes = (n: number): readonly string[] =>
  Array.from({ length: n }, (_, i) => {
    const left = i > 0 ? [`200*(x${i} - x${i - 1}^2)`] : [];
    const right = i < n - 1 ? [`-400*x${i}*(x${i + 1} - x${i}^2) - 2*(1 - x${i})`] : [];
    return [...left, ...right].join(" + ");
  });
