import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { conventionTables } from "../../src/tables/convention-table.ts";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);

test("its tables are what the rules say: node --conditions=@jacobian/source --import tsx src/tables/write.ts", () => {
  const shown = readFileSync(new URL("table.part", import.meta.url), "utf8");
  expect(shown).toBe(conventionTables());
});
