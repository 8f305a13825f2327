import type { Element } from "./element.ts";

type Listener = (x: Element) => void;

let listener: Listener | undefined;

/**
 * What f gives; meanwhile `hear` is told of every element of which something plain is asked: a comparison, a
 * value, a kink, a step function. So a recording learns also of elements that were never handed to it; to
 * whoever does not record it costs a look at one variable.
 * @example
 * overheard(() => undefined, () => 2); // 2
 */
export const overheard = <T>(hear: Listener, f: () => T): T => {
  const outer = listener;
  listener = hear;
  try {
    return f();
  } finally {
    listener = outer;
  }
};

/** The element, of which whoever listens is told. */
export const asked = (x: Element): Element => {
  listener?.(x);
  return x;
};
