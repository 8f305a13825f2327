import { cos, mul, sin } from "@jacobian/core";
import {
  det,
  evaluate,
  jacobian,
  parse,
  simplify,
  symbols,
  toFunction,
  toText,
} from "@jacobian/symbolic";

const [r, t] = symbols("r t");
const J = jacobian([mul(r, cos(t)), mul(r, sin(t))], [r, t]);
const isR = toText(simplify(det(J))) === "r";
const [x] = symbols("x");
// Interpreted: a page may forbid code made of text.
const f = toFunction(parse("x^2 + 1"), [x], { generate: false });

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["the determinant of polar coordinates is r", isR ? 1 : 0, 1],
  ["x² + 1 at 3, from a text", f(3), 10],
  ["sin(π/2), evaluated", evaluate(parse("sin(pi/2)"), {}), 1],
];
