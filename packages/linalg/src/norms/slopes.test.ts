import { DomainError, Matrix } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { derivativeAlong, entries, inner, plainRule } from "../../test-support/rules.ts";
import { randomMatrix } from "../index.ts";
import { nuclear } from "./nuclear-norm.ts";
import { singularValue } from "./singular-pair.ts";

// Rules that no caller sees: of one singular value, and of their sum.

const rules = {
  "the largest": plainRule(singularValue.rule, { index: 0, operation: "norm" }),
  "the smallest": plainRule(singularValue.rule, { index: 1, operation: "norm" }),
  "the sum": plainRule(nuclear.rule, "norm"),
};

describe.each(Object.entries(rules))("%s", (_name, { value, tangent, adjoint }) => {
  test.each([
    [2, 2],
    [4, 2],
    [2, 5],
  ])("of %i×%i: differences, and ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩", (m, n) => {
    const A = randomMatrix(m, n, { seed: 3 });
    const v = randomMatrix(m, n, { seed: 4 });
    const dy = tangent([A], [v]);
    expect(entries(dy)[0]).toBeCloseTo(derivativeAlong(value, [A], [v])[0]!, 9);
    expect(inner(adjoint?.([A], [0.7]) ?? [], [v])).toBeCloseTo(0.7 * entries(dy)[0]!, 13);
  });
});

describe("a singular value that is not alone", () => {
  const alone = (which: number, ...diagonal: readonly number[]) => {
    const n = diagonal.length;
    const A = new Matrix(
      n,
      n,
      Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? diagonal[k % n]! : 0)),
    );
    const rule = plainRule(singularValue.rule, { index: which, operation: "cond" });
    return () => rule.tangent([A], [A]);
  };
  const message = (got: string): string =>
    `cond: expected a simple singular value other than 0 to differentiate, got ${got}; where it meets`;

  test("names the one that it meets, before it or behind it", () => {
    expect(alone(1, 3, 3, 1)).toThrow(DomainError);
    expect(alone(1, 3, 3, 1)).toThrow(message("singular values 3 and 3 (nos. 1 and 0)"));
    expect(alone(1, 5, 2, 2)).toThrow(message("singular values 2 and 2 (nos. 1 and 2)"));
  });

  test("names itself where it is 0", () => {
    expect(alone(2, 5, 2, 0)).toThrow(message("singular value 0 (no. 2)"));
  });

  test("and is what it is beside others that meet", () => {
    expect(alone(2, 3, 3, 1)()).toEqual([1]);
  });
});
