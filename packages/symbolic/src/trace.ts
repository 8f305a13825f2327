import { checkedFunction, type Container, ownOutputs } from "@jacobian/core";
import { formulas } from "./formula/algebra.ts";

/**
 * The formulas that a generic function gives when its arguments are formulas: its program, with the
 * loops unrolled. Further arguments are handed on as they are.
 * @throws UndecidedError where the function branches on a comparison: write the condition with `where`.
 * @example
 * const [x, y] = symbols("x y");
 * toText(trace(([a, b]: Scalars<2>) => [mul(a, b), add(a, b)], [x, y])); // "x*y\nx + y"
 */
export const trace = <X extends Container, C extends readonly unknown[], Y>(
  f: (x: X, ...constants: C) => Y,
  x: X,
  ...constants: C
): Y => {
  const y = checkedFunction("trace", f)(x, ...constants);
  ownOutputs("trace", formulas, y);
  return y;
};
