import { readFileSync } from "node:fs";
import ts from "typescript";
import { blockOf, instrument } from "./readme-extract.js";

/**
 * Serves the code blocks of a README, or the examples of a module, as modules:
 * `<folder>/block.ts?readme=<file>&line=<n>&prelude=<imports>`. The folder is that of the test, so
 * that a block's imports resolve as the package's own do.
 *
 * @returns {import("vite").Plugin}
 */
export function readmeBlocks() {
  return {
    name: "readme-blocks",
    enforce: "pre",
    resolveId: (id) => (id.includes("?readme=") ? id : undefined),
    load(id) {
      const query = new URLSearchParams(id.split("?")[1]);
      const readme = query.get("readme");
      if (!readme) return undefined;
      const block = blockOf(readme, readFileSync(readme, "utf8"), Number(query.get("line")));
      return ts.transpile(instrument({ ...block, prelude: query.get("prelude") ?? "" }), {
        module: ts.ModuleKind.ESNext,
        target: ts.ScriptTarget.ES2023,
        verbatimModuleSyntax: true,
      });
    },
  };
}
