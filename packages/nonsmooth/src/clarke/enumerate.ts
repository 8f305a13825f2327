import { only } from "../engine/kink.ts";
import type { At } from "../lexicographic/settle.ts";
import { type Choices, type Selection, selectionOf } from "./selection.ts";

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
