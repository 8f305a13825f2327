/**
 * Has Node print x as its text. Called in a constructor, since bundlers keep a class whose keys are computed, and all that
 * it needs, though nothing uses it.
 */
export const printedAsText = (x: { toString(): string }): void => {
  Object.defineProperty(x, Symbol.for("nodejs.util.inspect.custom"), {
    value: () => x.toString(),
  });
};
