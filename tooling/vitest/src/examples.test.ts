import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { examplesOf, type Block } from "../readme-extract.js";
import { preludeFor } from "./examples.ts";
import { freeNames } from "./free-names.ts";
import { publicApi } from "./public-api.ts";
import { run, verify } from "./readme.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../fixture/documented/src");
const path = join(folder, "twice.ts");
const examples = examplesOf(readFileSync(path, "utf8"));
const api = publicApi(folder);
const placed = (block: Block) => ({ ...block, prelude: preludeFor(block.code, api.importOf) });

test("an example ends with the comment or at the next tag", () => {
  expect(examples).toEqual([
    { line: 4, code: "const y: Twice = twice(2);\ny; // 4" },
    { line: 22, code: "thrice(2); // 5" },
  ]);
});

test("an exported function without an example is named; types, classes and constants are not", () => {
  expect(api.withoutExample).toEqual(["src/twice.ts: bare"]);
});

test("an example imports the public names that it uses", async () => {
  const [right] = examples.map(placed);
  if (right === undefined) throw new Error("the fixture has two examples");
  expect(right.prelude).toBe(
    'import { type Twice } from "./index.ts"; import { twice } from "./index.ts";',
  );
  expect([...(await run(path, folder, right))]).toEqual([[5, "4"]]);
});

test("a wrong example fails", async () => {
  const [, wrong] = examples.map(placed);
  if (wrong === undefined) throw new Error("the fixture has two examples");
  await expect(verify(path, folder, wrong)).rejects.toThrow("twice.ts:22: expected '6' to be '5'");
});

test("a name that is declared, or a property's, is not free", () => {
  const code = "const { a: b } = f({ c: d }); const g = (h) => h.i + j; g(b);";
  expect(freeNames(code)).toEqual(["f", "d", "j"]);
});

test("an example that shares its line is refused", () => {
  expect(() => examplesOf("/**\n * @example f(1); // 1\n */")).toThrow(
    'line 2: expected "* @example" alone, got "* @example f(1); // 1"',
  );
});
