import { ValueStorage, Variable } from "simplegrad";

/**
 * The gradient of the Rosenbrock function in simplegrad, which writes the terms out as JavaScript
 * once: what is timed sets the point, runs the code both ways and reads the gradient.
 */
export const rosenbrockGradient = (n: number): ((x: Float64Array) => Float64Array) => {
  const storage = new ValueStorage();
  const x = Array.from({ length: n }, () => new Variable(storage));
  const terms = x.slice(1).map((next, i) => {
    const bend = next.sub(x[i]!.mul(x[i]!));
    const rest = x[i]!.sub(1);
    return bend.mul(bend).mul(100).add(rest.mul(rest));
  });
  const total = terms.reduce((sum, term) => sum.add(term));
  total.compile();
  return (point) => {
    storage.gv.fill(0);
    x.forEach((variable, i) => {
      variable.setValue(point[i]!);
    });
    total.forward();
    total.setGradient(1);
    total.backward();
    return Float64Array.from(x, (variable) => variable.getGradient());
  };
};
