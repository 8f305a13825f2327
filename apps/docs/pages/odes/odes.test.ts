import {
  add,
  det,
  gradient,
  matmul,
  matrix,
  type Matrix,
  mul,
  neg,
  odeSensitivity,
  odeSolve,
  type Scalar,
  type Scalars,
  sin,
  sub,
  value,
} from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const field = (_t: number, [x, y]: Scalars<2>, [a, b]: Scalars<2>) => [
  sub(x, mul(a, mul(x, y))),
  sub(mul(b, mul(x, y)), y),
];
const [y0, p, T] = [[1, 0.5], [0.8, 0.4], 2] as const;
const { states, byInitial, byParameters } = odeSensitivity(field, { steps: 400 })(y0, p, [0, T]);
const [Phi, P] = [byInitial[1]!, byParameters[1]!];

/** ∂f/∂y and ∂f/∂p by hand, row by row. */
const byState = (x: Scalar, y: Scalar) => {
  const [a, b] = p;
  return [
    [sub(1, mul(a, y)), neg(mul(a, x))],
    [mul(b, y), sub(mul(b, x), 1)],
  ] as const;
};
const byParameter = (x: Scalar, y: Scalar) => {
  const xy = mul(x, y);
  return [
    [neg(xy), 0],
    [0, xy],
  ] as const;
};

/** The state with one column of Φ or P: ċ = (∂f/∂y)·c + rate. */
const variational =
  (rate: (x: Scalar, y: Scalar) => readonly [Scalar, Scalar]) =>
  (t: number, [x, y, c, d]: Scalars<4>) => {
    const [[j11, j12], [j21, j22]] = byState(x, y);
    const [u, v] = rate(x, y);
    const [dx, dy] = field(t, [x, y], p);
    return [dx!, dy!, add(add(mul(j11, c), mul(j12, d)), u), add(add(mul(j21, c), mul(j22, d)), v)];
  };

const column = (J: Matrix, j: number): readonly [number, number] => [J.at(0, j), J.at(1, j)];

const expectColumn = (
  J: Matrix,
  j: number,
  start: readonly [number, number],
  rate: 0 | 1,
): void => {
  const equations = variational((x, y) => {
    const [[p11, p12], [p21, p22]] = byParameter(x, y);
    return rate === 0 ? [0, 0] : j === 0 ? [p11, p21] : [p12, p22];
  });
  const [, end] = odeSolve(equations, { steps: 400 })([...y0, ...start], [0], [0, T]);
  column(J, j).forEach((entry, i) => expect(end![2 + i]).toBeCloseTo(entry, 8));
};

/** Errors of ∂y(2)/∂k of decay, with n steps. */
const errorOf = (method: "rk4" | "trapezoid", steps: number): number => {
  const decay = (_t: number, y: Scalar, k: Scalar) => mul(neg(k), y);
  const { byParameters: J } = odeSensitivity(decay, { method, steps })(2, 0.5, [0, 2]);
  return Math.abs(J[1]!.at(0, 0) + 4 * Math.exp(-1));
};

await testPage(import.meta.url, {
  variational: () => {
    expectColumn(Phi, 0, [1, 0], 0);
    expectColumn(Phi, 1, [0, 1], 0);
    expectColumn(P, 0, [0, 0], 1);
    expectColumn(P, 1, [0, 0], 1);
  },
  adjoint: () => {
    // Backwards from (y(T), λ(T), 0), with the integral of λᵀ·∂f/∂p beside it.
    const equations = (t: number, [x, y, l, m]: Scalars<6>) => {
      const [[j11, j12], [j21, j22]] = byState(x, y);
      const [[p11], [, p22]] = byParameter(x, y);
      const [dx, dy] = field(t, [x, y], p);
      const dl = neg(add(mul(j11, l), mul(j21, m)));
      const dm = neg(add(mul(j12, l), mul(j22, m)));
      return [dx!, dy!, dl, dm, neg(mul(l, p11)), neg(mul(m, p22))];
    };
    const [x, y] = states[1]!;
    // g = sin x + x·y at the end.
    const lambda = [Math.cos(x) + y, x] as const;
    const [, end] = odeSolve(equations, { steps: 400 })([x, y, ...lambda, 0, 0], [0], [T, 0]);
    const g = (z: Scalars<2>, q: Scalars<2>): Scalar => {
      const [u, v] = odeSolve(field, { steps: 400 })(z, q, [0, T])[1]!;
      return add(sin(u), mul(u, v));
    };
    const found = [
      ...gradient((z: Scalars<2>) => g(z, p))(y0),
      ...gradient((q: Scalars<2>) => g(y0, q))(p),
    ];
    found.forEach((entry, k) => expect(end![2 + k]).toBeCloseTo(entry, 8));
    const product = matmul(matrix([lambda]), P);
    expect(product.at(0, 0)).toBeCloseTo(found[2]!, 10);
    expect(product.at(0, 1)).toBeCloseTo(found[3]!, 10);
  },
  liouville: () => {
    // With the integral of the trace as a third state.
    const equations = (t: number, [x, y]: Scalars<3>) => {
      const [[j11], [, j22]] = byState(x, y);
      const [dx, dy] = field(t, [x, y], p);
      return [dx!, dy!, add(j11, j22)];
    };
    const [, end] = odeSolve(equations, { steps: 400 })([...y0, 0], [0], [0, T]);
    expect(det(Phi)).toBeCloseTo(Math.exp(value(end![2])), 8);
  },
  order: () => {
    expect(Math.log2(errorOf("rk4", 10) / errorOf("rk4", 20))).toBeCloseTo(4, 0);
    expect(Math.log2(errorOf("trapezoid", 40) / errorOf("trapezoid", 80))).toBeCloseTo(2, 1);
  },
});
