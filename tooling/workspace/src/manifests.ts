import { allowed, mayImport, target, type Use } from "@tooling/eslint/import-law";
import type { Folder } from "./places.ts";

const kinds = {
  dependencies: "source",
  peerDependencies: "source",
  devDependencies: "test",
} as const satisfies Record<string, Use>;

/** A sentence for each entry of a manifest that the import law forbids. */
export function broken(folders: readonly Folder[]): string[] {
  return folders.flatMap((from) =>
    Object.entries(kinds).flatMap(([kind, use]) =>
      Object.keys(from.manifest[kind as keyof typeof kinds] ?? {})
        .filter((name) => {
          const to = target(name);
          return to !== undefined && !mayImport(from, to, use);
        })
        .map(
          (name) =>
            `${from.room}/${from.name}/package.json: expected ${kind} that the import law allows (${allowed(from)}), got "${name}"; remove it`,
        ),
    ),
  );
}
