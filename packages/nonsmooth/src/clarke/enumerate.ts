import { isBranch, only } from "../engine/kink.ts";
import type { At } from "../lexicographic/settle.ts";
import { type Choices, type Selection, jacobianOf, selectionOf } from "./selection.ts";

const isSame = (a: Float64Array, b: Float64Array): boolean => a.every((entry, k) => entry === b[k]);

/**
 * Whether all pieces that meet at kink i have the same derivative, whatever is chosen later: then it makes no
 * difference to first order which is taken.
 */
export const isInert = ({ parts, kinks }: Selection, i: number): boolean => {
  const [first, ...others] = parts[i]!;
  return (
    kinks[i]!.body === undefined &&
    first !== undefined &&
    others.every((part) => isSame(first, part))
  );
};

/** Which option was taken at kink i. */
export const optionOf = ({ choices }: Selection, i: number): number =>
  Array.from(choices[i]!).indexOf(1);

/**
 * Every selection of the kinks that f meets at the point, each once: f is run again with each other outcome at
 * each kink in turn, and what comes after it is found anew. Undefined if there are more than `limit`.
 */
export const selectionsOf = (at: At, limit: number): readonly Selection[] | undefined => {
  const found: Selection[] = [];
  const open: Choices[] = [[]];
  for (let prefix = open.pop(); prefix !== undefined; prefix = open.pop()) {
    if (found.length === limit) return undefined;
    const selection = selectionOf(at, prefix);
    found.push(selection);
    for (let i = prefix.length; i < selection.kinks.length; i++) {
      if (selection.kinks[i]!.body !== undefined || isInert(selection, i)) continue;
      const before = selection.choices.slice(0, i);
      const count = selection.positive[i]!.length;
      for (let k = 1; k < count; k++) open.push([...before, only(k, count)]);
    }
  }
  return found;
};

/** The same with a choice for each kink that has one: of the others, the first option. */
const chosen = (base: Selection, options: ReadonlyMap<number, number>): Choices =>
  base.choices.map((choice, i) => {
    const option = options.get(i);
    return option === undefined ? choice : only(option, base.positive[i]!.length);
  });

/**
 * Whether the output depends on kink i, given what is taken of later ones: the derivative of f in what the kink gives is
 * seen where two of its pieces differ. Where none do it is not known.
 */
const matters = (at: At, selection: Selection, i: number): boolean => {
  const parts = selection.parts[i]!;
  const k = parts.findIndex((part) => !isSame(part, parts[0]!));
  // Of a choice for a whole array each entry has a derivative of its own.
  if (k < 0 || parts[0]!.length !== selection.cols) return true;
  const other = selection.choices.map((choice, j) => (j === i ? only(k, parts.length) : choice));
  return !isSame(jacobianOf(at, other), selection.J);
};

/**
 * Selections with every Jacobian that there is, and no more than one for each choice of the kinks on which it depends:
 * these are looked for from the output back. Undefined if there are more than `limit`, where a comparison ties, whose
 * outcome changes what comes after it, and of an equality, which holds nowhere.
 */
export const relevantSelections = (at: At, limit: number): readonly Selection[] | undefined => {
  const base = selectionOf(at, []);
  if (base.kinks.some((kink) => isBranch(kink) || kink.isEquality === true)) return undefined;
  const found: Selection[] = [];
  const open: { readonly options: ReadonlyMap<number, number>; readonly from: number }[] = [
    { options: new Map(), from: base.kinks.length - 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const selection = selectionOf(at, chosen(base, next.options));
    let i = next.from;
    while (i >= 0 && (base.kinks[i]!.body !== undefined || !matters(at, selection, i))) i--;
    if (i < 0) {
      if (found.length === limit) return undefined;
      found.push(selection);
      continue;
    }
    for (let k = base.positive[i]!.length - 1; k >= 0; k--)
      open.push({ options: new Map(next.options).set(i, k), from: i - 1 });
  }
  return found;
};
