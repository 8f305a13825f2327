import type { Formula } from "./formula.ts";

/**
 * All formulas that some are made of, operands first and each just before it is first needed: so few values wait
 * for their use at any time, and variables come as a reader meets them. (A depth-first walk, with a stack of its own.)
 */
export const inOrderOfUse = (outputs: readonly Formula[]): readonly Formula[] => {
  const done = new Set<Formula>();
  const stack = outputs.toReversed();
  for (let x = stack.at(-1); x !== undefined; x = stack.at(-1)) {
    const waiting = done.has(x) ? [] : x.operands.filter((operand) => !done.has(operand));
    if (waiting.length > 0) stack.push(...waiting.reverse());
    else {
      done.add(x);
      stack.pop();
    }
  }
  return [...done];
};
