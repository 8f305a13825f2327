import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { blocksOf, codeOutside, expectationsOf } from "../readme-extract.js";
import { run, testReadme } from "./readme.ts";
import { fold } from "./show.ts";
import { typeErrors } from "./type-errors.ts";

testReadme(import.meta.url, "../fixture/README.md");

const folder = dirname(fileURLToPath(import.meta.url));
const wrong = join(folder, "../fixture/wrong.md");
const blocks = blocksOf(readFileSync(wrong, "utf8"));

test("every expectation of the fixture is seen", () => {
  const readme = readFileSync(join(folder, "../fixture/README.md"), "utf8");
  const found = blocksOf(readme).flatMap(expectationsOf);
  expect(found.map(({ line }) => line)).toEqual([11, 12, 13, 15, 16, 17, 22, 31]);
});

test("a wrong comment differs from what the statement gave, on the README's line", async () => {
  const seen = await Promise.all(blocks.map((block) => run(wrong, folder, block)));
  const found = blocks.flatMap(expectationsOf).map(({ line, expected }) => ({ line, expected }));
  expect(found[0]).toEqual({ line: 4, expected: "3" });
  expect(seen[0]?.get(4)).toBe("2");
});

test("code that lost its fences is found, code in blocks and prose are not", () => {
  const lost = [
    'import { sin } from "jacobian";',
    "const f = (x) => [",
    "const y = f(1); // [ 1 ]",
  ];
  expect(codeOutside(["Text.", ...lost, "```sh", "export A=1;", "```"].join("\n"))).toEqual(lost);
  expect(codeOutside("```ts\nconst x = 1;\n```\nconst and let differ,\nlet x be 3.")).toEqual([]);
});

test("white space is layout, also next to brackets, but not between entries", () => {
  const text = "Matrix 2×2\n  [  1   -0.5]\n  [NaN  100  ]";
  expect(fold(text)).toBe("Matrix 2×2 [1 -0.5] [NaN 100]");
  expect(fold("[ 1, 2 ]")).toBe(fold("[1, 2]"));
  expect(fold("[1 2]")).not.toBe(fold("[12]"));
});

test("a type error is found, on the README's line", () => {
  expect(
    typeErrors(
      folder,
      blocks.map((block) => ({ ...block, path: wrong })),
    ),
  ).toEqual([`${wrong}:6: Object is possibly 'undefined'.`]);
});

test("a block that does not run is refused", () => {
  expect(() => blocksOf("```ts no-run\nx;\n```")).toThrow(
    'README line 1: expected ```ts alone, got "ts no-run"; every block runs',
  );
  expect(() => blocksOf("\n```ts\nx;")).toThrow("README line 2: expected a closing ```, got none");
});
