import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { blocksOf, codeOutside, expectationsOf, type Block } from "../readme-extract.js";
import { fold, hear } from "./show.ts";
import { typeErrors } from "./type-errors.ts";

/** Runs a block and returns what its statements gave, by line of the README. */
export async function run(readme: string, folder: string, block: Block) {
  const seen = hear();
  const { line, prelude = "" } = block;
  const query = new URLSearchParams({ readme, line: String(line), prelude });
  await import(/* @vite-ignore */ `${join(folder, "block.ts")}?${query.toString()}`);
  return seen;
}

/** Runs a block and compares what its statements gave with what their comments say. */
export async function verify(readme: string, folder: string, block: Block) {
  const seen = await run(readme, folder, block);
  for (const { line, expected } of expectationsOf(block)) {
    expect(seen.get(line), `${readme}:${line}`).toBe(fold(expected));
  }
}

/**
 * Tests every ```ts block of a README: it type-checks as in a strict consumer, it runs, and each
 * `expression; // expected` has the printed value that its comment says (white space folded;
 * `// throws Name: message` for an error). Blocks share nothing.
 *
 * @param here the test's own import.meta.url; its package's dependencies are those of the blocks
 * @param path the README, relative to the test
 */
export function testReadme(here: string, path = "../README.md"): void {
  const folder = dirname(fileURLToPath(here));
  const readme = join(folder, path);
  const text = readFileSync(readme, "utf8");
  const blocks = blocksOf(text);

  describe("README", () => {
    test("has code that runs", () => {
      expect(blocks.flatMap(expectationsOf)).not.toEqual([]);
    });

    test("has all of its code in blocks", () => {
      expect(codeOutside(text)).toEqual([]);
    });

    test("type-checks", { timeout: 240_000 }, () => {
      expect(
        typeErrors(
          folder,
          blocks.map((block) => ({ ...block, path: readme })),
        ),
      ).toEqual([]);
    });

    test.for(blocks)("line $line", (block) => verify(readme, folder, block));
  });
}
