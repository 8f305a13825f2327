import { build, type Plugin } from "esbuild";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { rollup } from "rollup";
import { packed } from "./webpack.ts";

/** Bundles a module in a folder. What the names lead to is left out, and taken to be pure. */
export type Bundler = (
  code: string,
  folder: string,
  external: readonly string[],
) => Promise<string>;

const isExternal = (id: string, external: readonly string[]) =>
  external.some((name) => id === name || id.startsWith(`${name}/`));

const leaveOut = (external: readonly string[]): Plugin => ({
  name: "leave-out",
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      isExternal(path, external) ? { path, external: true, sideEffects: false } : undefined,
    );
  },
});

export const esbuild: Bundler = async (code, folder, external) => {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    write: false,
    logLevel: "silent",
    plugins: [leaveOut(external)],
  });
  return outputFiles.map(({ text }) => text).join("");
};

/** Rollup follows relative paths by itself: enough for one package, whose neighbours are left out. */
export const rolled: Bundler = async (code, folder, external) => {
  const entry = `${folder}/bundled-entry.js`;
  const bundle = await rollup({
    input: entry,
    external: (id) => isExternal(id, external),
    treeshake: { moduleSideEffects: (_id, outside) => !outside },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "es", compact: true });
  return output.map((chunk) => ("code" in chunk ? chunk.code : "")).join("");
};

/** webpack reads and writes files: the module stands in the folder for a moment. */
export const webpacked: Bundler = async (code, folder, external) => {
  const place = mkdtempSync(join(folder, "bundled-"));
  const [entry, outfile] = [join(place, "entry.js"), join(place, "out.js")];
  try {
    writeFileSync(entry, code.replaceAll('"./', '"../'));
    await packed({ entry, outfile, folder, external: (id) => isExternal(id, external) });
    return readFileSync(outfile, "utf8");
  } finally {
    rmSync(place, { recursive: true });
  }
};

/** What a bundle weighs on its way to a browser, in bytes. */
export const weight = (code: string): number => gzipSync(code, { level: 9 }).length;
