import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

/**
 * One build for all doors of a package: its `exports` are the entries, so that a subpath shares the
 * chunks of the main entry instead of carrying a second copy of them.
 *
 * @param {Record<string, Record<string, string>>} doors the `exports` of a package.json
 * @returns {Record<string, string>} the path in dist, without its ending, to the source
 */
export function entries(doors) {
  return Object.fromEntries(
    Object.values(doors).flatMap(({ "@jacobian/source": source, default: built }) =>
      source && built ? [[built.replace(/^\.\/dist\/|\.js$/g, ""), source]] : [],
    ),
  );
}

/**
 * The programs of a package stand in src as they do in dist, and get no declarations: nobody imports them.
 *
 * @param {Readonly<Record<string, string>>} bin the `bin` of a package.json
 * @returns {Record<string, string>} the path in dist, without its ending, to the source
 */
export function programs(bin) {
  return Object.fromEntries(
    Object.values(bin).map((built) => {
      const path = built.replace(/^\.\/dist\/|\.js$/g, "");
      return [path, `./src/${path}.ts`];
    }),
  );
}

/** @type {unknown} */
const parsed = JSON.parse(readFileSync("package.json", "utf8"));
const manifest =
  /** @type {{ exports: Record<string, Record<string, string>>, bin?: Record<string, string> }} */ (
    parsed
  );
const doors = entries(manifest.exports);

export default defineConfig({
  entry: { ...doors, ...programs(manifest.bin ?? {}) },
  format: "esm",
  target: "es2023",
  platform: "neutral",
  splitting: true,
  sourcemap: true,
  clean: true,
  dts: {
    entry: doors,
    compilerOptions: {
      // tsup still passes baseUrl, which TypeScript 6 calls deprecated.
      ignoreDeprecations: "6.0",
      // The declarations of a neighbour come from its build, as they will for a user.
      customConditions: [],
      // Neither Node nor a browser: what a package needs is in the language.
      types: [],
    },
  },
});
