import { build } from "esbuild";
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { Packed } from "./pack.ts";

/** The built modules that some of them lead to, and the names of others that these import. */
async function follow(entryPoints: string[], own: string) {
  const { metafile } = await build({
    absWorkingDir: own,
    entryPoints,
    outdir: "out",
    bundle: true,
    packages: "external",
    ignoreAnnotations: true,
    metafile: true,
    write: false,
    format: "esm",
    platform: "neutral",
    logLevel: "silent",
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  const names = imports.filter(({ external }) => external).map(({ path }) => path);
  return { modules: Object.keys(metafile.inputs), names };
}

/** The declarations that those of the doors lead to, by the relative paths that stand in them. */
function declarations(start: readonly string[], files: ReadonlyMap<string, string>): Set<string> {
  const found = new Set<string>();
  const queue = [...start];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const text = files.get(path);
    if (text === undefined || found.has(path)) continue;
    found.add(path);
    for (const [, relative = ""] of text.matchAll(/["'](\.{1,2}\/[^"']+)\.js["']/g)) {
      queue.push(`${posix.join(posix.dirname(path), relative)}.d.ts`);
    }
  }
  return found;
}

/**
 * Built files to which no door and no program leads, and modules that are imported without being
 * declared: another package, or one of Node's, by which a file or a network would be reached. Only a
 * program, which nobody imports, may use Node's.
 *
 * @param own the folder where the package is installed
 */
export async function reachProblems(
  { files, manifest }: Pick<Packed, "files" | "manifest">,
  own: string,
): Promise<string[]> {
  const doors = Object.values(manifest.exports);
  const library = await follow(
    doors.map((door) => door.default),
    own,
  );
  const programs = await follow(Object.values(manifest.bin ?? {}), own);
  const types = doors.map((door) => posix.normalize(door.types));
  const reached = new Set([...library.modules, ...programs.modules, ...declarations(types, files)]);
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const isStrange = (id: string) =>
    !declared.some((name) => id === name || id.startsWith(`${name}/`));
  const strange = [
    ...library.names.filter(isStrange),
    ...programs.names.filter((id) => isStrange(id) && !isBuiltin(id)),
  ];
  return [
    ...[...files.keys()]
      .filter((path) => path.startsWith("dist/") && !reached.has(path.replace(/\.map$/, "")))
      .map((path) => `files: expected what a door leads to, got ${path}; build anew`),
    ...[...new Set(strange)].map(
      (id) => `imports: expected declared dependencies, got ${id}; do without, or declare it`,
    ),
  ];
}
