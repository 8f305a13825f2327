import { expect, test } from "vitest";
import { caseNames, expectedOf, inputOf, problemOf } from "./cases.ts";

test("a case of another name", () => {
  expect(() => inputOf("hello")).toThrow(
    /^cases: expected one of hello-x3, .*, saddle-s1, got "hello"; name one of them$/,
  );
});

test("a name is the problem and the size, and has something that is expected", () => {
  for (const name of caseNames) {
    expect(problemOf(name)).toMatch(/^[a-z]+$/);
    expect(Object.keys(expectedOf(name))).not.toHaveLength(0);
  }
});

test("the hand is put together from its own file and the case's", () => {
  const { us, data } = inputOf("ht-hand1_t26_c100") as {
    readonly us: readonly unknown[];
    readonly data: {
      readonly points: readonly unknown[];
      readonly model: { readonly weights: readonly unknown[] };
    };
  };
  expect([us.length, data.points.length, data.model.weights.length]).toEqual([100, 100, 10_000]);
});
