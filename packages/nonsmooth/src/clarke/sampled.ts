import { DomainError, entriesOf, entryCount, unflatten, value } from "@jacobian/core";
import { certified } from "../lexicographic/lexicographic.ts";
import type { At } from "../lexicographic/settle.ts";
import { ClarkeSet } from "./clarke-set.ts";
import type { Term } from "./terms.ts";

/** Numbers in (−1, 1) without a visible order, the same every time: a linear congruence (Knuth, MMIX, its high half). */
const scattered = (): (() => number) => {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 31;
  };
};

/**
 * The hull of so many lexicographic derivatives along directions without order.
 * @throws DomainError for a function with several outputs and kinks of norms or eigenvalues: what is certified
 * there is not in Clarke's set.
 */
export const sampled = (at: At, samples: number): ClarkeSet => {
  const { operation, x } = at;
  const next = scattered();
  const found = new Map<string, Term>();
  const n = entryCount(operation, x);
  let [rows, cols] = [0, n];
  let kinks: ClarkeSet["kinks"] = [];
  for (let k = 0; k < samples; k++) {
    const direction = unflatten(operation, x, Float64Array.from({ length: n }, next));
    const { jacobian, element, kinks: seen } = certified(at, [direction]);
    if (element === "plenary hull") {
      throw new DomainError(
        `${operation}: expected one output to sample norms and eigenvalues at kinks, got ${jacobian.rows}; take each output apart, or raise limit`,
      );
    }
    const centre = entriesOf(value(jacobian));
    found.set(centre.join(), { centre, shares: [] });
    [rows, cols, kinks] = [jacobian.rows, jacobian.cols, seen];
  }
  const reason = `a hull of ${samples} lexicographic derivatives, each of them an element`;
  return new ClarkeSet(
    "contained in the Clarke Jacobian",
    reason,
    kinks,
    [rows, cols],
    [...found.values()],
  );
};
