import { type Plain, type Structured, structured, value } from "@jacobian/core";
import { tabulated } from "../construct/tabulated.ts";
import type { GeneralEigen } from "../kernels/general-eigen.ts";
import { squareSize } from "../shapes.ts";
import { pairsOf } from "./conjugate-pairs.ts";
import { refuseRepeatedPair } from "./general-gaps.ts";
import { eigenTangents } from "./general-tangents.ts";
import { ofGeneral } from "./general-values.ts";

/** The outputs re λ, im λ, re V, im V. */
const outputsOf = ({ re, im, basis = new Float64Array(0) }: GeneralEigen): readonly Plain[] => {
  const { n, heads, tails, signs } = pairsOf(im);
  return [
    re,
    im,
    tabulated(n, n, (i, j) => basis[i * n + heads[j]!]!),
    // Conjugates have 0, not −0, where the first of the pair has.
    tabulated(n, n, (i, j) => 0 + signs[j]! * basis[i * n + tails[j]!]!),
  ];
};

/**
 * Eigenvalues and eigenvectors of a square matrix as a rule with the outputs re λ, im λ, re V, im V
 * (docs/rules.md (7.3)–(7.6)). An engine transposes its pushforward.
 */
export const generalSpectrum = (operation: string): Structured =>
  structured(operation, {
    value: ([A = NaN]) => outputsOf(ofGeneral(operation, A, true)),
    shape: ([a = []]) => {
      const n = squareSize(operation, a);
      return [[n], [n], [n, n], [n, n]];
    },
    pushforward: ([dA = NaN], [A = NaN], [re = NaN, im = NaN, Vre = NaN, Vim = NaN]) => {
      const [lambda, V] = [
        { re, im },
        { re: Vre, im: Vim },
      ];
      refuseRepeatedPair(operation, value(A), lambda, V);
      const [values, vectors] = eigenTangents(dA, lambda, V);
      return [values.re, values.im, vectors.re, vectors.im];
    },
  });
