import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { blocksOf, expectationsOf, instrument } from "@tooling/vitest/extract";
import { fold } from "@tooling/vitest/show";
import { build, type Plugin } from "esbuild";
import { ask } from "../scratch.ts";
import type { Alone } from "./alone.ts";

/** The sources of a package, where its README's paths lead. */
const sourcesOf = (name: string) =>
  resolve(import.meta.dirname, "../../../../packages", name.replace("@jacobian/", ""), "src");

/** The programs of the repository that a README shows take the package as it was published. */
const published = (name: string): Plugin => ({
  name: "published",
  setup(builder) {
    builder.onResolve({ filter: /\/src\/index\.ts$/ }, () => ({ path: name, external: true }));
  },
});

/** What the statements of a README's blocks give, run by Node beside the installed package. */
async function runBlocks(alone: Alone, blocks: ReturnType<typeof blocksOf>) {
  const { name, folder } = alone;
  const modules = blocks.map(({ line }) => join(folder, `readme-${line}.js`));
  await Promise.all(
    blocks.map(async (block, k) => {
      await build({
        stdin: { contents: instrument(block), loader: "ts", resolveDir: sourcesOf(name) },
        bundle: true,
        format: "esm",
        target: "es2023",
        platform: "node",
        packages: "external",
        plugins: [published(name)],
        outfile: modules[k]!,
        logLevel: "silent",
      });
    }),
  );
  const [runner, output] = [join(folder, "run-examples.js"), join(folder, "examples.json")];
  const entryPoints = [join(import.meta.dirname, "run-examples.ts")];
  await build({ entryPoints, bundle: true, format: "esm", platform: "node", outfile: runner });
  await ask(process.execPath, [runner, output, ...modules], { cwd: folder });
  const seen = JSON.parse(readFileSync(output, "utf8")) as [number, string][][];
  return seen.map((lines) => new Map(lines));
}

/** Each statement of the published README gives what its comment says. */
export async function examplesRun(alone: Alone): Promise<string> {
  const readme = readFileSync(join(alone.folder, "node_modules", alone.name, "README.md"), "utf8");
  const blocks = blocksOf(readme);
  const seen = await runBlocks(alone, blocks);
  const expected = blocks.flatMap((block, k) =>
    expectationsOf(block).map((each) => ({ ...each, got: seen[k]?.get(each.line) })),
  );
  const wrong = expected.find(({ expected: text, got }) => got !== fold(text));
  if (wrong) {
    throw new Error(
      `README line ${wrong.line}: expected ${wrong.expected}, got ${wrong.got ?? "nothing"}; see the package`,
    );
  }
  if (expected.length === 0) throw new Error("README: expected examples, got none; write one");
  return `${blocks.length} examples of its README give their ${expected.length} values`;
}
