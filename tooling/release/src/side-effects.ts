import { esbuild, rolled, webpacked, type Bundler } from "./bundle.ts";
import type { Manifest } from "./pack.ts";

const bundlers: readonly (readonly [string, Bundler])[] = [
  ["esbuild", esbuild],
  ["rollup", rolled],
  ["webpack", webpacked],
];

/**
 * Proves `sideEffects: false`: a module that imports every door and uses nothing bundles to nothing.
 * esbuild and webpack are told by the manifest in `own` (esbuild keeps every class that extends
 * another, however pure); Rollup is not told, and finds it out.
 */
export async function sideEffectProblems(manifest: Manifest, own: string): Promise<string[]> {
  const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const doors = Object.values(manifest.exports);
  const code = doors.map((door) => `import "${door.default}";`).join("\n");
  const left = await Promise.all(
    bundlers.map(
      async ([name, bundle]) => [name, (await bundle(code, own, external)).trim()] as const,
    ),
  );
  return left
    .filter(([, rest]) => rest !== "")
    .map(
      ([name, rest]) =>
        `side effects: expected ${name} to drop an unused import, got "${rest.slice(0, 200)}"; mark the calls of the module as pure`,
    );
}
