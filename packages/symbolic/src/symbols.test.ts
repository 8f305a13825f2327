import { DomainError } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import type { Assumptions } from "./index.ts";
import { symbols } from "./symbols.ts";

describe("wrong input", () => {
  test("names", () => {
    expect(() => symbols(3 as never)).toThrow(
      'symbols: expected a text of names, got 3; write symbols("x y")',
    );
    for (const name of ["2x", "x'", "a-b", "x²", "½", "x\u200b"]) {
      expect(() => symbols(name), name).toThrow(DomainError);
    }
  });

  test("assumptions that nobody knows", () => {
    const wrong = { postive: true } as Assumptions;
    expect(() => symbols("x", wrong)).toThrow(
      "symbols: expected assumptions among positive, negative, nonnegative, nonzero, integer, each true or false, got postive: true; write { positive: true }",
    );
    expect(() => symbols("x", { positive: "yes" as never })).toThrow(/got positive: "yes"/);
    expect(() => symbols("x", "positive" as never)).toThrow(DomainError);
    expect(() => symbols("x", null as never)).toThrow(DomainError);
  });

  test("assumptions that no number fulfils", () => {
    expect(() => symbols("x", { positive: true, negative: true })).toThrow(
      "symbols: expected assumptions that a number fulfils, got positive and negative; leave one of them out",
    );
    expect(() => symbols("x", { nonnegative: true, negative: true })).toThrow(DomainError);
    const [x] = symbols("x", { positive: true, negative: false });
    expect(x).toBe(symbols("x", { positive: true })[0]);
  });
});

test("letters of any alphabet, however they are composed", () => {
  expect(symbols("θ 変数 हिन्दी x₁ _x2").map((x) => x.toString())).toEqual([
    ...["θ", "変数", "हिन्दी", "x₁", "_x2"],
  ]);
  expect(symbols("e\u0301")[0]).toBe(symbols("\u00e9")[0]);
});
