import {
  add,
  diagonal,
  diagonalMatrix,
  dot,
  gradient,
  hessian,
  inv,
  jacobian,
  lstsq,
  matmul,
  mul,
  neg,
  type Scalar,
  type Scalars,
  solve,
  sqrt,
  sub,
  sum,
  transpose,
  transposedTimes,
  vector,
  vstack,
  where,
  abs,
  square,
} from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";
import { residuals } from "./misra.ts";

// The parameters and standard errors that NIST certifies, and the sum of squares.
const certified = [238.94212918, 5.5015643181e-4] as const;
const errors = [2.7070075241, 7.2668688436e-6] as const;
const sumOfSquares = 0.12455138894;

const start = [250, 5e-4] as const;
/** The residuals of plain parameters are plain. */
const plainResiduals = (p: readonly [number, number]) => residuals(p) as Float64Array;
const F = (p: Scalars<2>): Scalar => mul(0.5, dot(residuals(p), residuals(p)));
const r = plainResiduals(start);
const J = jacobian(residuals)(start);
const D = diagonalMatrix(diagonal(transposedTimes(J, J)));

const expectClose = (a: ArrayLike<number>, b: ArrayLike<number>, relative = 1e-9): void => {
  expect(a.length).toBe(b.length);
  for (let k = 0; k < a.length; k++) {
    expect(Math.abs(a[k]! - b[k]!)).toBeLessThanOrEqual(relative * Math.abs(b[k]!));
  }
};

const step = (mu: number): Float64Array =>
  lstsq(vstack(J, sqrt(mul(mu, D))), vector([...neg(r), 0, 0]));

/** Newton's method on ∇F = 0. */
const byNewton = (): readonly [number, number] => {
  let p: readonly [number, number] = [240, 5.5e-4];
  for (let k = 0; k < 20; k++) {
    const [s1 = 0, s2 = 0] = solve(hessian(F)(p), Float64Array.from(gradient(F)(p)));
    p = [p[0] - s1, p[1] - s2];
  }
  return p;
};

const unit = (i: number, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => (k === i ? 1 : 0));

const huber = (z: Scalar): Scalar => where("le", abs(z), 1, mul(0.5, square(z)), sub(abs(z), 0.5));

await testPage(import.meta.url, {
  gradient: () => {
    expectClose(gradient(F)(start), transposedTimes(J, r));
    // Second derivatives of single residuals, one by one.
    const second = Array.from(r, (each, i) =>
      mul(each, hessian((p: Scalars<2>) => sum(mul(unit(i, r.length), residuals(p))))(start)),
    ).reduce((a, b) => add(a, b));
    expectClose(hessian(F)(start).data, add(transposedTimes(J, J), second).data);
  },
  "gauss-newton": () => {
    const s = lstsq(J, neg(r));
    expectClose(s, solve(transposedTimes(J, J), neg(transposedTimes(J, r))), 1e-7);
    expect(dot(s, Float64Array.from(gradient(F)(start)))).toBeLessThan(0);
  },
  damping: () => {
    const [JJ, Jr] = [transposedTimes(J, J), transposedTimes(J, r)];
    expectClose(step(0.1), solve(add(JJ, mul(0.1, D)), neg(Jr)), 1e-7);
    expectClose(step(0), lstsq(J, neg(r)), 1e-7);
    const length = (mu: number) => Math.sqrt(dot(step(mu), transposedTimes(D, step(mu))));
    expect(length(1)).toBeLessThan(length(0.1));
    expect(length(10)).toBeLessThan(length(1));
    expectClose(step(1e8), mul(-1e-8, solve(D, Jr)), 1e-6);
  },
  covariance: () => {
    const p = byNewton();
    expectClose(p, certified);
    expectClose([2 * (F(p) as number)], [sumOfSquares]);
    const at = jacobian(residuals)(p);
    const Sigma = mul((2 * (F(p) as number)) / 12, inv(transposedTimes(at, at)));
    expectClose(sqrt(diagonal(Sigma)), errors, 1e-7);
    // δp = (JᵀJ)⁻¹·Jᵀ·δy, with Jᵀδy for each unit δy.
    const G = solve(transposedTimes(at, at), transpose(at));
    expectClose(mul((2 * (F(p) as number)) / 12, matmul(G, transpose(G))).data, Sigma.data, 1e-6);
  },
  huber: () => {
    const loss = (p: Scalars<2>): Scalar =>
      Array.from(r, (_, i) => huber(sum(mul(unit(i, r.length), residuals(p))))).reduce(
        (a: Scalar, b) => add(a, b),
        0,
      );
    const far = [300, 5e-4] as const;
    const rest = plainResiduals(far);
    expect(rest.some((each) => Math.abs(each) > 1)).toBe(true);
    const weighted = rest.map((each) => Math.min(1, 1 / Math.abs(each)) * each);
    expectClose(gradient(loss)(far), transposedTimes(jacobian(residuals)(far), weighted));
  },
});
