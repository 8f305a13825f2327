import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Manifest } from "../pack.ts";
import type { Registry } from "../registry.ts";
import { ask } from "../scratch.ts";

/** A package that was installed alone, with npm, in a folder that held nothing. */
export type Alone = { readonly name: string; readonly folder: string; readonly manifest: Manifest };

/** What an installed package says of itself. */
function installedManifest(folder: string, name: string): Manifest {
  const manifest = readFileSync(join(folder, "node_modules", name, "package.json"), "utf8");
  return JSON.parse(manifest) as Manifest;
}

/** Installs a package, or one of its tags, from the registry. */
export async function install(
  folder: string,
  name: string,
  { env }: Registry,
  tag = "latest",
): Promise<Alone> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const args = ["install", "--no-audit", "--no-fund", `${name}@${tag}`];
  await ask("npm", args, { cwd: folder, env });
  return { name, folder, manifest: installedManifest(folder, name) };
}

/** The names of all packages that an installation brought. */
export function brought(folder: string): string[] {
  const modules = join(folder, "node_modules");
  return readdirSync(modules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@")
        ? readdirSync(join(modules, name)).map((each) => `${name}/${each}`)
        : name,
    )
    .sort();
}

/** A package, what it depends on, and what that depends on. */
function needed(folder: string, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const { dependencies, peerDependencies } = installedManifest(folder, name);
  for (const each of Object.keys({ ...dependencies, ...peerDependencies })) {
    needed(folder, each, found);
  }
  return found;
}

/**
 * What came along is what was declared, once each, all of it ours, and nothing ran while it was
 * installed.
 */
export function nothingElse({ name, folder }: Alone, ours: readonly string[]): string {
  const [expected, got] = [[...needed(folder, name)].sort(), brought(folder)];
  if (!isDeepStrictEqual(got, expected)) {
    throw new Error(
      `alone: expected ${name} to bring ${expected.join(", ")}, got ${got.join(", ")}; see its manifest`,
    );
  }
  const strange = got.filter((each) => !ours.includes(each));
  const twice = got.filter((each) =>
    existsSync(join(folder, "node_modules", each, "node_modules")),
  );
  const scripted = got.filter((each) => runsAtInstall(folder, each));
  if (strange.length + twice.length + scripted.length > 0) {
    throw new Error(
      `alone: expected packages of this workspace, one of each, without install scripts, got ${[...strange, ...twice, ...scripted].join(", ")}; see its manifest`,
    );
  }
  const others = got.filter((each) => each !== name);
  return `installed, with ${others.join(", ") || "nothing else"}`;
}

/** Whether npm saw a package that runs something when it is installed. */
function runsAtInstall(folder: string, name: string): boolean {
  const lock = readFileSync(join(folder, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as {
    readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
  };
  return packages[`node_modules/${name}`]?.hasInstallScript === true;
}
