import { add, cos, mul, neg, sin } from "@jacobian/core";
import { expect, test } from "vitest";
import { evaluateSlowly } from "../../test-support/evaluate.ts";
import { type Formula, symbols } from "../index.ts";
import { graphOf } from "../formula/graph.ts";
import { pass } from "./pass.ts";

const [x, y, z] = symbols("x y z");
const at = new Map([
  [x, 0.7],
  [y, -1.3],
  [z, 0.4],
]);

// What each of two products takes for its factor is the sign of a product, or of a sum, that stands for itself.
test.each([true, false])("a sign that is used in several products (flatten: %s)", (flatten) => {
  for (const inner of [mul(x, y), add(x, y)]) {
    const sign = neg(inner);
    const formula = add(sin(mul(sign, z)), cos(mul(z, sign))) as Formula;
    const [result] = pass(graphOf([formula]), [formula], { flatten, terse: true }) ?? [];
    expect(evaluateSlowly(result!, at).value).toBeCloseTo(evaluateSlowly(formula, at).value, 12);
  }
});
