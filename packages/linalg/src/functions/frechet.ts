import {
  type Plain,
  type Structured,
  type Value,
  add,
  shapeOf,
  structured,
  zeros,
} from "@jacobian/core";
import { isZero } from "../is-zero.ts";
import { transpose } from "../products/transpose.ts";
import { misfit, squareSize } from "../shapes.ts";

/** D^k f(A)[E₁, …, E_k] of plain matrices: f(A) itself if there are no directions. */
export type Frechet<S> = (A: Plain, directions: readonly Plain[], s: S) => Plain;

/**
 * A function f of square matrices with all its Fréchet derivatives as one rule: of A alone it is f(A), of
 * A, E₁, …, E_k it is D^k f(A)[E₁, …, E_k], which is symmetric and linear in the directions. Its tangent is
 * D^(k+1) f(A)[E₁, …, E_k, Ȧ] + Σᵢ D^k f(A)[…, Ėᵢ, …], so that the family is closed and right to any order.
 * Its adjoint follows from ⟨W, D^k f(A)[E₁, …, E_k]⟩ = ⟨D^k f(A)[Wᵀ, E₂, …, E_k]ᵀ, E₁⟩, which holds for every
 * f that is given by a scalar function (docs/rules.md (12.8); for k = 1 Higham 2008, problem 3.8).
 */
export const frechetFamily = <S = undefined>(name: string, f: Frechet<S>): Structured<S> => {
  // Static<S> is [] or [S], and a rule's own `apply` takes it as it is.
  const along = (inputs: readonly Value[], s: S): Value => family.rule.apply(inputs, s)[0] ?? NaN;
  const family: Structured<S> = structured<S>(name, {
    value: ([A = NaN, ...directions], s) => [f(A, directions, s)],
    shape: ([a = [], ...others]) => {
      const n = squareSize(name, a);
      const other = others.find((e) => e.length !== 2 || e[0] !== n || e[1] !== n);
      if (other === undefined) return [[n, n]];
      throw misfit(name, "a matrix and directions of its shape", a, other, "make the shapes equal");
    },
    pushforward: ([dA = NaN, ...tangents], [A = NaN, ...directions], _outputs, s) => {
      const terms = isZero(dA) ? [] : [along([A, ...directions, dA], s)];
      tangents.forEach((dE, i) => {
        if (!isZero(dE)) terms.push(along([A, ...directions.with(i, dE)], s));
      });
      const [first = zeros(shapeOf(A)), ...rest] = terms;
      return [rest.reduce((sum, term) => add(sum, term), first)];
    },
    pullback: ([bar = NaN], [A = NaN, ...directions], _outputs, s) => {
      if (isZero(bar)) return [A, ...directions].map((x) => zeros(shapeOf(x)));
      const W = transpose(bar);
      return [
        transpose(along([A, ...directions, W], s)),
        ...directions.map((_, i) => transpose(along([A, ...directions.with(i, W)], s))),
      ];
    },
  });
  return family;
};
