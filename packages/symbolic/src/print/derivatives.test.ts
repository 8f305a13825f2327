import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { derivativeTable } from "../../docs/table.ts";

test("the table of derivatives is what the rules say: run `node --conditions=@jacobian/source --import tsx docs/write.ts`", () => {
  const file = new URL("../../docs/derivatives.md", import.meta.url);
  expect(readFileSync(file, "utf8")).toBe(derivativeTable());
});
