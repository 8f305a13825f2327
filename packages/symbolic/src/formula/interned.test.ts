import { expect, test } from "vitest";
import { Constant, type Formula } from "./formula.ts";
import { Interned } from "./interned.ts";

const numbered = (known: Interned, k: number): Formula =>
  known.find(
    k % 5,
    (other) => other instanceof Constant && other.exact === k,
    () => new Constant(k),
  );

test("what is kept is found again, whether it is among the newest or not", () => {
  const known = new Interned(10);
  const made = Array.from({ length: 1000 }, (_, k) => numbered(known, k));
  made.forEach((formula, k) => {
    expect(numbered(known, k)).toBe(formula);
  });
  expect(new Set(made).size).toBe(1000);
});
