import {
  add,
  cholesky,
  det,
  diagonal,
  diagonalMatrix,
  eigh,
  identity,
  inv,
  jvp,
  logAbsDet,
  lowerTriangle,
  matmul,
  type Matrix,
  type MatrixValue,
  matrix,
  mul,
  norm,
  qr,
  singularValues,
  solve,
  sub,
  svd,
  symmetricPart,
  trace,
  vjp,
} from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";
import { adjugate, proveRules, random, T, times } from "./rules.ts";

const A = random(3, 3, 1);
const B = random(3, 3, 2);
const dA = random(3, 3, 3);
const bar = random(3, 3, 4);
const S = add(matmul(A, T(A)), identity(3));
const low = (M: Matrix): Matrix => lowerTriangle(M, -1);
const phi = (M: Matrix): Matrix => add(low(M), mul(0.5, diagonalMatrix(diagonal(M))));
const sym = (M: Matrix): Matrix => symmetricPart(M);

/** Fᵢⱼ = 1/(λⱼ − λᵢ), 0 on the diagonal. */
const gaps = (values: Float64Array): Matrix =>
  matrix(Array.from(values, (a) => Array.from(values, (b) => (a === b ? 0 : 1 / (b - a)))));

const outerOf = (u: Float64Array, v: Float64Array): Matrix =>
  matrix(Array.from(u, (a) => Array.from(v, (b) => a * b)));

const columnOf = (M: Matrix, j: number): Float64Array =>
  Float64Array.from({ length: M.rows }, (_, i) => M.at(i, j));

const tall = random(4, 3, 5);
const dTall = random(4, 3, 6);

await testPage(import.meta.url, {
  pairing: () => {
    const f = (X: MatrixValue) => matmul(inv(X), matmul(X, X));
    const forward = jvp(f)(S, dA).tangent;
    const reverse = vjp(f)(S, bar).cotangent;
    expect(trace(times(T(bar), forward))).toBeCloseTo(trace(times(T(reverse), dA)), 11);
  },
  product: () => {
    const left = {
      f: (X: MatrixValue) => [matmul(X, B)],
      forward: (d: Matrix) => [times(d, B)],
      reverse: () => times(bar, T(B)),
    };
    const right = {
      f: (X: MatrixValue) => [matmul(B, X)],
      forward: (d: Matrix) => [times(B, d)],
      reverse: () => times(T(B), bar),
    };
    for (const each of [left, right]) proveRules(each, A, dA, [bar]);
  },
  inverse: () => {
    const C = inv(S);
    proveRules(
      {
        f: (X) => [inv(X)],
        forward: (d) => [mul(-1, times(C, d, C))],
        reverse: () => mul(-1, times(T(C), bar, T(C))),
      },
      S,
      dA,
      [bar],
    );
  },
  solve: () => {
    const [X, C] = [solve(S, B), inv(S)];
    const barB = times(T(C), bar);
    proveRules(
      {
        f: (M) => [solve(M, B)],
        forward: (d) => [mul(-1, times(C, d, X))],
        reverse: () => mul(-1, times(barB, T(X))),
      },
      S,
      dA,
      [bar],
    );
    proveRules(
      { f: (M) => [solve(S, M)], forward: (d) => [times(C, d)], reverse: () => barB },
      B,
      dA,
      [bar],
    );
  },
  determinant: () => {
    const singular = matrix([
      [1, 2, 3],
      [2, 4, 6],
      [0, 1, 1],
    ]);
    for (const M of [A, singular]) {
      proveRules(
        {
          f: (X) => [det(X)],
          forward: (d) => [trace(times(adjugate(M), d))],
          reverse: () => mul(1.5, T(adjugate(M))),
        },
        M,
        dA,
        [1.5],
      );
    }
    const [left, right] = [adjugate(A), mul(det(A), inv(A))];
    left.data.forEach((entry, k) => expect(entry).toBeCloseTo(right.data[k]!, 12));
  },
  "log-determinant": () => {
    proveRules(
      {
        f: (X) => [logAbsDet(X).logAbsDet],
        forward: (d) => [trace(times(inv(A), d))],
        reverse: () => mul(1.5, T(inv(A))),
      },
      A,
      dA,
      [1.5],
    );
  },
  cholesky: () => {
    const L = cholesky(S);
    const Li = inv(L);
    proveRules(
      {
        f: (X) => [cholesky(X)],
        forward: (d) => [times(L, phi(times(Li, sym(d), T(Li))))],
        reverse: () => sym(times(T(Li), phi(times(T(L), bar)), Li)),
      },
      S,
      dA,
      [bar],
    );
  },
  qr: () => {
    const { Q, R } = qr(tall);
    const Ri = inv(R);
    const [barQ, barR] = [random(4, 3, 7), bar];
    const rest = sub(identity(4), times(Q, T(Q)));
    const forward = (d: Matrix) => {
      const C = times(T(Q), d, Ri);
      const Omega = sub(low(C), T(low(C)));
      const dQ = add(times(Q, Omega), times(rest, d, Ri));
      return [dQ, sub(times(T(Q), d), times(Omega, R))];
    };
    const M = sub(times(R, T(barR)), times(T(barQ), Q));
    const K = add(lowerTriangle(M), T(low(M)));
    proveRules(
      {
        f: (X) => {
          const factors = qr(X);
          return [factors.Q, factors.R];
        },
        forward,
        reverse: () => times(add(barQ, times(Q, K)), T(Ri)),
      },
      tall,
      dTall,
      [barQ, barR],
    );
  },
  "symmetric-eigen": () => {
    const { values, vectors: V } = eigh(S);
    const F = gaps(values);
    const barValues = Float64Array.of(1, -2, 0.5);
    proveRules(
      {
        f: (X) => {
          const { values: l, vectors } = eigh(X);
          return [l, vectors];
        },
        forward: (d) => {
          const C = times(T(V), sym(d), V);
          return [diagonal(C), times(V, mul(F, C))];
        },
        reverse: () =>
          sym(times(V, add(diagonalMatrix(barValues), mul(F, times(T(V), bar))), T(V))),
      },
      S,
      dA,
      [barValues, bar],
    );
  },
  svd: () => {
    const { U, V } = svd(tall);
    const barS = Float64Array.of(1, -2, 0.5);
    proveRules(
      {
        f: (X) => [singularValues(X)],
        forward: (d) => [diagonal(times(T(U), d, V))],
        reverse: () => times(U, diagonalMatrix(barS), T(V)),
      },
      tall,
      dTall,
      [barS],
    );
  },
  norms: () => {
    const { U, V } = svd(tall);
    const gradients = {
      fro: mul(1 / norm(tall), tall),
      2: outerOf(columnOf(U, 0), columnOf(V, 0)),
      nuclear: times(U, T(V)),
    };
    for (const kind of ["fro", 2, "nuclear"] as const) {
      proveRules(
        {
          f: (X) => [norm(X, kind)],
          forward: (d) => [trace(times(T(gradients[kind]), d))],
          reverse: () => mul(1.5, gradients[kind]),
        },
        tall,
        dTall,
        [1.5],
      );
    }
  },
});
