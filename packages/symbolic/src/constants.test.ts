import { DomainError } from "@jacobian/core";
import { expect, test } from "vitest";
import { constant } from "./constants.ts";

test.each([[{ n: 1n, d: 0n }], [{ n: 1, d: 2 }], ["1/2"], [null], [undefined], [3n]])(
  "refuses %o",
  (x) => {
    expect(() => constant(x as never)).toThrow(DomainError);
  },
);

test("says what to write", () => {
  expect(() => constant("1/2" as never)).toThrow(
    'constant: expected a number, or n and d ≠ 0 as bigints, got "1/2"; write constant(0.5) or constant({ n: 1n, d: 2n })',
  );
});

test("is reduced, so that equal ones are one object", () => {
  expect(constant({ n: 2n, d: 4n })).toBe(constant(0.5));
  expect(constant({ n: 3n, d: -6n })).toBe(constant(-0.5));
  expect(constant({ n: 0n, d: -7n })).toBe(constant(0));
});
