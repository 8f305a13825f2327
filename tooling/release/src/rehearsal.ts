import { spawnSync } from "node:child_process";
import { isDeepStrictEqual } from "node:util";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { askProgram, brought, consume, importAll, install, installedManifest } from "./consumer.ts";
import type { Manifest } from "./pack.ts";
import { assertLocal, startRegistry, type Registry } from "./registry.ts";
import { copyWorkspace, say } from "./scratch.ts";

const workspace = resolve(import.meta.dirname, "../../..");

/** Versions and publishes a copy of the workspace, as the release workflow does. */
function publish(copy: string, { env, url }: Registry): void {
  const changeset = join(copy, "node_modules/.bin/changeset");
  say("pnpm", ["install", "--offline", "--frozen-lockfile"], { cwd: copy });
  say(changeset, ["version"], { cwd: copy, env });
  say("git", ["commit", "--quiet", "--all", "--allow-empty", "--message", "Versions"], {
    cwd: copy,
  });
  const dryRun = ["--recursive", "publish", "--dry-run", "--no-git-checks"];
  assertLocal(say("pnpm", dryRun, { cwd: copy, env }), url);
  say(changeset, ["publish"], { cwd: copy, env });
}

/** The public packages of the workspace. */
const names = (): string[] =>
  readdirSync(join(workspace, "packages")).map((folder) => {
    const file = join(workspace, "packages", folder, "package.json");
    return (JSON.parse(readFileSync(file, "utf8")) as Manifest).name;
  });

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

/** Installs a package alone and imports it: it brings its own dependencies and no more. */
function tryAlone(folder: string, name: string, registry: Registry): void {
  const manifest = install(folder, name, registry);
  const expected = [...needed(folder, name)].sort();
  const got = brought(folder);
  if (!isDeepStrictEqual(got, expected)) {
    throw new Error(
      `rehearsal: expected ${name} to bring ${expected.join(", ")}, got ${got.join(", ")}; see its manifest`,
    );
  }
  const counts = Object.entries(importAll(folder, manifest));
  console.log(`ok  ${counts.map(([door, count]) => `${door} (${count} exports)`).join(", ")}`);
}

/** The example of the README, from the published packages. */
function tryExample(folder: string): void {
  const { named, inline, area, plain } = consume(folder) as Record<string, unknown>;
  const [r, t] = [2, 0.7];
  const exact = [Math.cos(t), -r * Math.sin(t), Math.sin(t), r * Math.cos(t)];
  const close = (a: unknown, b: readonly number[]) =>
    Array.isArray(a) && a.length === b.length && b.every((x, i) => Math.abs(x - a[i]) < 1e-14);
  const good =
    close(named, exact) &&
    close(inline, exact) &&
    close([area], [r]) &&
    close(plain, [r * Math.cos(t), r * Math.sin(t)]);
  if (!good) {
    throw new Error(
      `rehearsal: expected the Jacobian of polar coordinates, got ${JSON.stringify({ named, inline, area, plain })}; see the packages`,
    );
  }
  console.log("ok  the example type-checks and gives the Jacobian of polar coordinates");
}

/** The program, as its user calls it. */
function tryProgram(folder: string): void {
  const answer = askProgram(folder) as { determinant?: unknown; at?: { rank?: unknown } };
  if (answer.determinant !== "r" || answer.at?.rank !== 2) {
    throw new Error(
      `rehearsal: expected npx jacobian to find the determinant r and rank 2, got ${JSON.stringify(answer)}; see the program`,
    );
  }
  console.log("ok  npx jacobian gives the determinant of polar coordinates, r");
}

async function rehearse(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "rehearsal-"));
  const registry = await startRegistry(scratch);
  try {
    const copy = join(scratch, "workspace");
    copyWorkspace(workspace, copy);
    publish(copy, registry);
    console.log("ok  published to a registry on this machine");
    for (const name of names()) tryAlone(join(scratch, "alone", name), name, registry);
    tryExample(join(scratch, "alone/jacobian"));
    tryProgram(join(scratch, "alone/jacobian"));
  } finally {
    registry.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Runs this file again in a network namespace where nothing but this machine can be reached.
 * Undefined where the system has no such thing.
 */
function isolated(): number | undefined {
  const script = 'ip link set lo up && exec "$@"';
  const inside = ["--user", "--map-root-user", "--net", "sh", "-c", script, "sh"];
  const possible = spawnSync("unshare", [...inside, "true"], { stdio: "ignore" }).status === 0;
  if (!possible) return undefined;
  const again = [process.execPath, ...process.execArgv, import.meta.filename, "alone"];
  return spawnSync("unshare", [...inside, ...again], { stdio: "inherit" }).status ?? 1;
}

const code = process.argv.includes("alone") ? undefined : isolated();
if (code === undefined) {
  if (!process.argv.includes("alone")) {
    console.log("note: this system cannot cut the network off; the dry run alone guards it");
  }
  await rehearse().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
} else {
  process.exitCode = code;
}
