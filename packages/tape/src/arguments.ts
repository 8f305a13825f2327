import { Element, type Value, copied, isPlainObject, isValue } from "@jacobian/core";

/** The same arguments with f(x) for each value x among them; what is no container stays what it is. */
const replaced = (x: unknown, f: (x: Value) => Value): unknown => {
  if (isValue(x)) return f(x);
  if (Array.isArray(x)) return x.map((part: unknown) => replaced(part, f));
  if (!isPlainObject(x)) return x;
  return Object.fromEntries(Object.entries(x).map(([key, part]) => [key, replaced(part, f)]));
};

/** Arguments of any kind, taken apart. */
export interface Arguments<A> {
  /** The elements among them, in order: what a derivative can depend on. */
  readonly elements: readonly Element[];
  /** The arguments with these values in the places of the elements. */
  readonly filled: (values: readonly Value[]) => A;
}

/** The arguments as they are now: a caller may change his lists and objects before they are filled. */
export const takenApart = <A>(args: A): Arguments<A> => {
  const elements: Element[] = [];
  const kept = replaced(args, (leaf) => {
    // Of any rank.
    if (leaf instanceof Element) elements.push(leaf);
    return leaf;
  });
  const filled = (values: readonly Value[]): A => {
    let k = 0;
    // The places of elements take what stands for them.
    return replaced(kept, (leaf) => (leaf instanceof Element ? values[k++]! : leaf)) as A;
  };
  return { elements, filled };
};

/** The elements in arguments of any kind, in order. */
export const elementsOf = (x: unknown): readonly Element[] => takenApart(x).elements;

/** The arguments with arrays of their own: what a caller writes into his is not seen in them. */
export const withCopies = <A>(args: A): A =>
  // Copies have the types of what they copy.
  replaced(args, copied) as A;
