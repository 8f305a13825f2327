import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { examplesOf, expectationsOf } from "../readme-extract.js";
import { freeNames } from "./free-names.ts";
import { publicApi, type PublicApi } from "./public-api.ts";
import { verify } from "./readme.ts";
import { typeErrors } from "./type-errors.ts";

/** The imports, on one line, of what a text uses of the public names. */
export function preludeFor(code: string, importOf: PublicApi["importOf"]): string {
  return freeNames(code)
    .flatMap((name) => importOf.get(name) ?? [])
    .map(({ specifier, name }) => `import { ${name} } from "${specifier}";`)
    .join(" ");
}

/**
 * Tests the doc comments of a package: each exported function has an `@example`; each example
 * type-checks as in a strict consumer, runs, and gives what its comments say, as `testReadme` reads
 * them. An example imports nothing: the public names of the package, and of the packages it depends
 * on, are there.
 *
 * @param here the test's own import.meta.url, in the folder of the package's sources
 */
export function testExamples(here: string): void {
  const folder = dirname(fileURLToPath(here));
  const { files, withoutExample, importOf } = publicApi(folder);
  const examples = files.flatMap((path) =>
    examplesOf(readFileSync(path, "utf8")).map((block) => ({
      ...block,
      path,
      file: relative(folder, path),
      prelude: preludeFor(block.code, importOf),
    })),
  );

  describe("examples", () => {
    test("every public function has one", () => {
      expect(withoutExample).toEqual([]);
    });

    test("type-check", { timeout: 240_000 }, () => {
      expect(typeErrors(folder, examples)).toEqual([]);
    });

    test.for(examples)("$file line $line", async (example) => {
      expect(expectationsOf(example), "an example says what it gives").not.toEqual([]);
      await verify(example.path, folder, example);
    });
  });
}
