import type { Budget } from "./budgets.ts";
import { esbuild, weight } from "./bundle.ts";

/** A budget, and what the import really weighs. */
export type Size = { readonly code: string; readonly bytes: number; readonly problems: string[] };

const quoted = (name: string) => new RegExp(`["'\`]${name}["'\`]`);

/** A name that the whole package has and this bundle should not have, or one that nothing has. */
async function stowaways(
  { code, without = [] }: Budget,
  bundle: string,
  whole: () => Promise<string>,
): Promise<string[]> {
  if (without.length === 0) return [];
  const everything = await whole();
  return without.flatMap((name) => {
    if (!quoted(name).test(everything)) {
      return [`size: expected a name that the package has, got "${name}"; correct the budget`];
    }
    if (!quoted(name).test(bundle)) return [];
    return [`size: expected ${code} without ${name}, got it too; mark its calls as pure`];
  });
}

/** Weighs an import as esbuild bundles it in a folder whose node_modules holds the packages. */
export async function measure(
  budget: Budget,
  folder: string,
  peers: readonly string[],
): Promise<Size> {
  const { code, limit } = budget;
  const bundle = await esbuild(code, folder, peers);
  const bytes = weight(bundle);
  const heavy =
    bytes > limit
      ? [`size: expected at most ${limit} bytes for ${code}, got ${bytes}; make it smaller`]
      : [];
  const whole = () => esbuild(code.replace(/\{.*\}/, "*"), folder, peers);
  return { code, bytes, problems: [...heavy, ...(await stowaways(budget, bundle, whole))] };
}
