import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build } from "esbuild";
import { rollup } from "rollup";
import { packed } from "../webpack.ts";
import type { Alone } from "./alone.ts";

/** Bundles a module of a folder for a browser, and all that it imports, into one file. */
type ForBrowser = (entry: string, outfile: string, folder: string) => Promise<unknown>;

const esbuild: ForBrowser = (entry, outfile) =>
  build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
  });

const rolled: ForBrowser = async (entry, file) => {
  const bundle = await rollup({
    input: entry,
    plugins: [nodeResolve({ browser: true })],
    onwarn({ message }) {
      throw new Error(`rollup: expected no warning, got ${message}; see the package`);
    },
  });
  await bundle.write({ file, format: "es", compact: true });
};

export const bundlers: Readonly<Record<string, ForBrowser>> = {
  esbuild,
  rollup: rolled,
  webpack: (entry, outfile, folder) => packed({ entry, outfile, folder, external: () => false }),
};

/** The page's program: the consumer's answers become its text. */
const page = `import { answers } from "./consumer.js";
document.body.textContent = JSON.stringify(answers);
`;

/** Bundles the consumer, and returns the file of each bundler's. */
export async function bundle({ folder }: Alone): Promise<Record<string, string>> {
  const entry = join(folder, "page.js");
  writeFileSync(entry, page);
  const files: Record<string, string> = {};
  for (const [name, bundler] of Object.entries(bundlers)) {
    const outfile = join(folder, "bundles", `${name}.js`);
    await bundler(entry, outfile, folder);
    files[name] = outfile;
  }
  return files;
}
