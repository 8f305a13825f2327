import { type EvalFunction, derivative, parse } from "mathjs";

/**
 * The Hessian of the Rosenbrock function by mathjs, row by row: a formula for each entry of the upper
 * half, differentiated and compiled before the clock starts. (Simplified formulas take minutes to make.)
 */
export const rosenbrockHessian = (n: number): ((x: Float64Array) => Float64Array) => {
  const terms = Array.from(
    { length: n - 1 },
    (_, i) => `100*(x${i + 1} - x${i}^2)^2 + (1 - x${i})^2`,
  );
  const total = parse(terms.join(" + "));
  const options = { simplify: false };
  const entries: EvalFunction[][] = Array.from({ length: n }, (_, i) => {
    const slope = derivative(total, `x${i}`, options);
    return Array.from({ length: n - i }, (__, k) =>
      derivative(slope, `x${i + k}`, options).compile(),
    );
  });
  return (x) => {
    const scope = Object.fromEntries(Array.from(x, (entry, i) => [`x${i}`, entry]));
    const hessian = new Float64Array(n * n);
    entries.forEach((row, i) => {
      row.forEach((entry, k) => {
        // A formula of numbers gives a number.
        const value = entry.evaluate(scope) as number;
        hessian[i * n + i + k] = value;
        hessian[(i + k) * n + i] = value;
      });
    });
    return hessian;
  };
};
