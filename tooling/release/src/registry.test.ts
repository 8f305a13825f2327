import { expect, test } from "vitest";
import { assertLocal } from "./registry.ts";

const local = "http://127.0.0.1:4873/";

test("a dry run that stays on this machine passes", () => {
  assertLocal(`📦 a@1.0.0 → ${local}\n[WARN] Skip publishing\n📦 b@1.0.0 → ${local}\n`, local);
});

test.each([
  [`📦 a@1.0.0 → ${local}\n📦 b@1.0.0 → https://registry.example/`, local],
  ["📦 a@1.0.0 → https://registry.example/", "https://registry.example/"],
  ["📦 a@1.0.0 → http://127.0.0.1.example.org/", "http://127.0.0.1.example.org/"],
  ["nothing that looks like a target", local],
  ["", local],
])("%j is refused", (dryRun, url) => {
  expect(() => {
    assertLocal(dryRun, url);
  }).toThrow(/^rehearsal: expected every package to go to .*; publish nothing$/);
});
