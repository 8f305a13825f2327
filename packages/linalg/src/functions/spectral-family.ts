import { type Plain, type Structured, Matrix, entriesOf } from "@jacobian/core";
import { symmetricPart } from "../construct/symmetric-part.ts";
import { tabulated } from "../construct/tabulated.ts";
import { type SymmetricEigen, symmetricEigen } from "../kernels/symmetric-eigen.ts";
import { matmul, timesTransposed, transposedTimes } from "../products/products.ts";
import { ofSymmetric } from "../spectrum/symmetric-spectrum.ts";
import { remembered } from "../systems/remembered.ts";
import { type DividedDifferences, dividedDifferences } from "./divided-differences.ts";
import { inEigenbasis } from "./eigenbasis.ts";
import { frechetFamily } from "./frechet.ts";
import type { ScalarFunction } from "./jet.ts";

/** The eigenvectors of a symmetric part, and by function the divided differences at its eigenvalues. */
interface Studied {
  readonly eigen: SymmetricEigen | undefined;
  readonly differences: WeakMap<ScalarFunction, DividedDifferences>;
}

/** An entry of what is made for a key, made when it is first asked for. */
const entryOf = <K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V => {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
};

/**
 * V·g(Λ)·Vᵀ of the symmetric part V·Λ·Vᵀ of a matrix, with all its derivatives: in the eigenvectors'
 * coordinates they are made of divided differences of g (docs/rules.md (13.5)), which exist at repeated
 * eigenvalues too. Directions count as their symmetric parts. `check` may refuse eigenvalues. Divided
 * differences are remembered by g, which must be the same function as long as it is the same object.
 */
export const spectralFamily = (
  name: string,
  check: (A: Plain, values: Float64Array) => void = () => undefined,
): Structured<ScalarFunction> => {
  const study = remembered((kept): Studied => ({
    eigen: symmetricEigen(symmetricPart(kept).data, kept.rows),
    differences: new WeakMap(),
  }));
  return frechetFamily<ScalarFunction>(name, (A, directions, g) => {
    const { eigen, differences: known } = study.of(name, A);
    const { values, vectors } = ofSymmetric(name, A, () => eigen);
    check(A, values);
    const differences = entryOf(known, g, () => dividedDifferences(name, g, values));
    const n = values.length;
    const V = new Matrix(n, n, vectors);
    if (directions.length === 0) {
      const images = Array.from(values, (_, j) => differences([j]));
      const scaled = tabulated(n, n, (i, j) => vectors[i * n + j]! * images[j]!);
      return symmetricPart(timesTransposed(scaled, V));
    }
    const turned = directions.map((E) =>
      // Directions have the shape of A.
      entriesOf(symmetricPart(transposedTimes(V, matmul(E as Matrix, V)))),
    );
    const X = new Matrix(n, n, inEigenbasis(n, differences, turned));
    return symmetricPart(matmul(V, timesTransposed(X, V)));
  });
};
