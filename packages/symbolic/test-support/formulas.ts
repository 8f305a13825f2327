import {
  abs,
  add,
  cbrt,
  clamp,
  cos,
  cosh,
  div,
  exp,
  hypot,
  log,
  max,
  min,
  mul,
  neg,
  pow,
  reciprocal,
  relu,
  type Scalar,
  sign,
  sin,
  sinh,
  sqrt,
  square,
  sub,
  tan,
  tanh,
  where,
} from "@jacobian/core";
import fc from "fast-check";
import { constant, type Formula, pi, symbols } from "../src/index.ts";

export const [x, y] = symbols("x y");
export const [p] = symbols("p", { positive: true });
export const [q] = symbols("q", { nonnegative: true });

const unary: readonly ((x: Scalar) => Scalar)[] = [
  neg,
  square,
  sqrt,
  reciprocal,
  cbrt,
  exp,
  log,
  sin,
  cos,
  tan,
  sinh,
  cosh,
  tanh,
  abs,
  sign,
  relu,
  (u) => clamp(u, -1, 2),
  (u) => pow(u, 3),
  (u) => pow(u, 1.5),
  (u) => mul(2, u),
  (u) => neg(square(u)),
];

const binary: readonly ((x: Scalar, y: Scalar) => Scalar)[] = [
  add,
  sub,
  mul,
  div,
  add,
  sub,
  mul,
  max,
  min,
  hypot,
  pow,
  (u, v) => where("gt", u, v, u, v),
  (u, v) => where("le", u, 0, v, u),
  (u, v) => mul(v, square(sin(u))),
  (u, v) => mul(v, square(cos(u))),
  (u, v) => mul(v, square(cosh(u))),
];

const leaves = [x, y, x, y, p, q, pi, ...[0, 1, 2, -1, 3, 0.5, -2.5].map((c) => constant(c))];

/** Random formulas of the variables x, y, p > 0, q ≥ 0. Few variables: parts are often shared. */
export const formulas: fc.Arbitrary<Formula> = fc.letrec<{ formula: Scalar }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: "max", depthIdentifier: "formula" },
    { weight: 2, arbitrary: fc.constantFrom<Scalar>(...leaves) },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...unary), tie("formula")).map(([f, u]) => f(u)),
    },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...binary), tie("formula"), tie("formula"))
        .map(([f, u, v]) => f(u, v)),
    },
  ),
})).formula as fc.Arbitrary<Formula>;
