import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { derivativeTable } from "../../src/tables/derivative-table.ts";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);

test("is what `symbolic` prints: node --conditions=@jacobian/source --import tsx src/tables/write.ts", () => {
  const shown = readFileSync(new URL("table.part", import.meta.url), "utf8");
  expect(shown).toBe(derivativeTable());
});
