import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromiumPath } from "@tooling/browser/chromium";
import type { Manifest } from "./pack.ts";
import { install, nothingElse, type Alone } from "./proofs/alone.ts";
import { answersInNode, placeConsumer } from "./proofs/answers.ts";
import { openPages, type Pages } from "./proofs/browser.ts";
import { bundle } from "./proofs/bundles.ts";
import { commandAnswers } from "./proofs/command.ts";
import { examplesRun } from "./proofs/examples.ts";
import { loads } from "./proofs/loads.ts";
import { Report, sideBySide } from "./proofs/report.ts";
import { placeDoors, typeCheck, typeChecks } from "./proofs/types.ts";
import { publishAll, publishCanaries } from "./publication.ts";
import { startRegistry, type Registry } from "./registry.ts";

const workspace = resolve(import.meta.dirname, "../../..");

/** The public packages of the workspace. */
const names = readdirSync(join(workspace, "packages")).map((folder) => {
  const file = join(workspace, "packages", folder, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as Manifest).name;
});

/** Installs each package in a folder of its own. */
async function installAll(folder: string, registry: Registry, report: Report): Promise<Alone[]> {
  const all: Alone[] = [];
  await sideBySide(names, async (name) => {
    await report.prove(name, async () => {
      const alone = await install(join(folder, name), name, registry);
      await placeConsumer(alone);
      placeDoors(alone);
      all.push(alone);
      return nothingElse(alone, names);
    });
  });
  return all;
}

/** Runs what was bundled in pages of one browser. */
async function inBrowser(alone: Alone, pages: Pages): Promise<string> {
  const counts: string[] = [];
  for (const [bundler, file] of Object.entries(await bundle(alone))) {
    await pages.run(file, `bundled by ${bundler}`);
    counts.push(bundler);
  }
  return `bundled by ${counts.join(", ")}, the answers are the same in Chromium ${pages.version}`;
}

/** What a package installed alone must do. */
async function proveEach(all: readonly Alone[], report: Report): Promise<void> {
  const pages = await openPages();
  try {
    await sideBySide(all, async (alone) => {
      const { name } = alone;
      await report.prove(name, () => loads(alone));
      await report.prove(name, () => answersInNode(alone));
      await report.prove(name, () => examplesRun(alone));
      await report.prove(name, () => inBrowser(alone, pages));
      if (name === "jacobian") await report.prove(name, () => commandAnswers(alone));
    });
  } finally {
    await pages.close();
  }
}

/** The consumers of all packages, under two versions of TypeScript. */
async function proveTypes(all: readonly Alone[], report: Report): Promise<void> {
  const compilers = ["typescript-5", "typescript"];
  const checked = await Promise.all(compilers.map((compiler) => typeCheck(compiler, all)));
  for (const alone of all) await report.prove(alone.name, () => typeChecks(alone, checked));
}

/** Canaries fit each other, and whoever asks for none gets none. */
async function canaries(scratch: string, registry: Registry): Promise<string> {
  publishCanaries(join(scratch, "workspace"), registry);
  const canary = await install(join(scratch, "canary"), "jacobian", registry, "canary");
  nothingElse(canary, names);
  await loads(canary);
  const { version } = canary.manifest;
  if (!version.startsWith("0.0.0-canary-")) {
    throw new Error(`canary: expected jacobian 0.0.0-canary-…, got ${version}; see its tag`);
  }
  const stable = await install(join(scratch, "stable"), "jacobian", registry);
  if (stable.manifest.version.includes("canary")) {
    throw new Error(
      `canary: expected the latest release untouched, got ${stable.manifest.version}; see its tag`,
    );
  }
  return `jacobian@canary is ${version}, jacobian still ${stable.manifest.version}`;
}

async function rehearse(report: Report): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "rehearsal-"));
  const registry = await startRegistry(scratch);
  const copy = join(scratch, "workspace");
  try {
    if (!(await report.prove("workspace", () => publishAll(workspace, copy, registry)))) return;
    const all = await installAll(join(scratch, "alone"), registry, report);
    await Promise.all([proveTypes(all, report), proveEach(all, report)]);
    await report.prove("workspace", () => canaries(scratch, registry));
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

// Whatever must be fetched is fetched while there is a network.
chromiumPath();
const code = process.argv.includes("alone") ? undefined : isolated();
if (code === undefined) {
  if (!process.argv.includes("alone")) {
    console.log("note: this system cannot cut the network off; the dry run alone guards it");
  }
  const report = new Report();
  await rehearse(report);
  process.exitCode = report.failed === 0 ? 0 : 1;
} else {
  process.exitCode = code;
}
