import { basename, dirname } from "node:path";
import webpack, { type ExternalItemFunctionData } from "webpack";

/** What is bundled into which file; the folder's node_modules holds the packages. */
export type Task = {
  readonly entry: string;
  readonly outfile: string;
  readonly folder: string;
  /** What is left out. */
  readonly external: (id: string) => boolean;
};

/** Bundles a module for a browser, as webpack does for production. */
export async function packed({ entry, outfile, folder, external }: Task): Promise<void> {
  const compiler = webpack({
    mode: "production",
    context: folder,
    entry,
    target: ["web", "es2023"],
    experiments: { outputModule: true },
    output: { path: dirname(outfile), filename: basename(outfile), module: true },
    externals: ({ request }: ExternalItemFunctionData) =>
      Promise.resolve(external(request) && `module ${request}`),
    performance: false,
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        const problems = stats?.toString({ all: false, errors: true, warnings: true }) ?? "";
        if (error) reject(error);
        else if (problems === "") resolve();
        else reject(new Error(`webpack: expected no error or warning, got ${problems}`));
      });
    });
  });
}
