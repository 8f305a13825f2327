import { expect, test } from "vitest";
import { relativeDifference } from "./agreement.ts";
import { misra1a, thurber } from "./models.ts";

test("Misra1a starts at 0 with slope b₁b₂ and saturates at b₁", () => {
  const y = misra1a.predict(Float64Array.of(5, 0.1), Float64Array.of(0, 1e-9, 1e4));
  expect([...y]).toEqual([0, expect.closeTo(5e-10, 18), 5]);
});

test("Thurber is a cubic over a cubic that starts with 1", () => {
  const b = Float64Array.of(1, 2, 3, 4, 5, 6, 7);
  const y = thurber.predict(b, Float64Array.of(0, 1, -2));
  const expected = [1, 10 / 19, (1 - 4 + 12 - 32) / (1 - 10 + 24 - 56)];
  expect(relativeDifference(Float64Array.from([...y], Number), expected)).toBeLessThan(1e-15);
});
