import { expect, test } from "vitest";
import { assertSameAnswer } from "./answer.ts";

test("answers agree to rounding, whatever holds them", () => {
  expect(() => {
    assertSameAnswer("b", 2, 2 + 1e-12);
    assertSameAnswer("b", [1, 1e-3], Float64Array.of(1, 1e-3));
    assertSameAnswer("b", [], []);
  }).not.toThrow();
});

test.each([
  ["another number", 2, 2.1],
  ["NaN", 2, NaN],
  ["one entry too few", [1, 2], [1]],
  ["one entry too many", [1], [1, 2]],
  ["a sign", [3, -4], [3, 4]],
])("a contender that gives %s has no figure", (_what, expected, got) => {
  expect(() => {
    assertSameAnswer("polar, peer", expected, got);
  }).toThrow("polar, peer");
});
