import { Element, type Value } from "@jacobian/core";

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> => {
  if (typeof x !== "object" || x === null) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
};

/** The same arguments with f(x) for each element x among them; what is no container stays what it is. */
const replaced = (x: unknown, f: (x: Element) => Value): unknown => {
  // Of any rank.
  if (x instanceof Element) return f(x as Element);
  if (Array.isArray(x)) return x.map((part: unknown) => replaced(part, f));
  if (!isRecord(x)) return x;
  return Object.fromEntries(Object.entries(x).map(([key, part]) => [key, replaced(part, f)]));
};

/** The elements in arguments of any kind, in order: what a derivative can depend on. */
export const elementsOf = (x: unknown): readonly Element[] => {
  const elements: Element[] = [];
  replaced(x, (element) => {
    elements.push(element);
    return element;
  });
  return elements;
};

/** The arguments with these values in the places of their elements. */
export const withValues = <A>(args: A, values: readonly Value[]): A => {
  let k = 0;
  // The places of elements take what stands for them.
  return replaced(args, () => values[k++]!) as A;
};
