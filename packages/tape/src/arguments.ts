import { Element, type Value, copied, isValue } from "@jacobian/core";

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> => {
  if (typeof x !== "object" || x === null) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
};

/** The same arguments with f(x) for each value x among them; what is no container stays what it is. */
const replaced = (x: unknown, f: (x: Value) => Value): unknown => {
  if (isValue(x)) return f(x);
  if (Array.isArray(x)) return x.map((part: unknown) => replaced(part, f));
  if (!isRecord(x)) return x;
  return Object.fromEntries(Object.entries(x).map(([key, part]) => [key, replaced(part, f)]));
};

/** The elements in arguments of any kind, in order: what a derivative can depend on. */
export const elementsOf = (x: unknown): readonly Element[] => {
  const elements: Element[] = [];
  replaced(x, (leaf) => {
    // Of any rank.
    if (leaf instanceof Element) elements.push(leaf);
    return leaf;
  });
  return elements;
};

/** The arguments with these values in the places of their elements. */
export const withValues = <A>(args: A, values: readonly Value[]): A => {
  let k = 0;
  // The places of elements take what stands for them.
  return replaced(args, (leaf) => (leaf instanceof Element ? values[k++]! : leaf)) as A;
};

/** The arguments with arrays of their own: what a caller writes into his is not seen in them. */
export const withCopies = <A>(args: A): A =>
  // Copies have the types of what they copy.
  replaced(args, copied) as A;
