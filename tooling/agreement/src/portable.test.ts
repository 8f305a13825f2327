import { expect, test } from "vitest";
import { runPortable } from "./portable.ts";

test("what browsers run passes here too", { timeout: 120_000 }, () => {
  const { passed, wrong } = runPortable();
  expect(wrong).toEqual([]);
  expect(passed).toBeGreaterThan(100);
});
