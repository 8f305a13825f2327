import { type Value, Element, copied, isValue, value } from "@jacobian/core";

const isRecord = (x: unknown): x is Readonly<Record<string, unknown>> =>
  typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;

const replaced = (x: unknown, f: (leaf: Value) => Value): unknown => {
  if (isValue(x)) return f(x);
  if (Array.isArray(x)) return x.map((part: unknown) => replaced(part, f));
  if (!isRecord(x)) return x;
  return Object.fromEntries(Object.entries(x).map(([key, part]) => [key, replaced(part, f)]));
};

/** Arguments of any kind with plain values in the place of elements; what is no container stays what it is. */
export const byValue = <A>(args: A): A =>
  // Values stand where their elements stood.
  replaced(args, value) as A;

/** Arguments as they are now: whoever fills an array or a list again does not change them. */
export const kept = <A>(args: A): A =>
  // Values stand where their originals stood.
  replaced(args, copied) as A;

/** Whether a derivative around the call may depend on these arguments. */
export const hasElements = (args: unknown): boolean => {
  let found = false;
  replaced(args, (leaf) => {
    found ||= leaf instanceof Element;
    return leaf;
  });
  return found;
};
