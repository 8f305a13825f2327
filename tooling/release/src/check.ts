import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiProblems, apiReports } from "./api.ts";
import { budgets } from "./budgets.ts";
import { fileProblems, leakProblems, trustProblems } from "./contents.ts";
import { loadProblems } from "./loading.ts";
import { pack } from "./pack.ts";
import { installed } from "./place.ts";
import { reachProblems } from "./reach.ts";
import { manifestProblems, typeProblems } from "./resolution.ts";
import { sideEffectProblems } from "./side-effects.ts";
import { measure } from "./sizes.ts";

/** Checks the package in the current folder, as it would be published, and reports the counts. */
const source = process.cwd();
const packed = pack(source);
const { manifest, files } = packed;
const peers = Object.keys(manifest.peerDependencies ?? {});

/** The committed report of a door. */
function committed(file: string): string | undefined {
  const path = join(source, "api", file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** The reports that are there, of whatever doors. */
const reviewed = existsSync(join(source, "api")) ? readdirSync(join(source, "api")) : [];

const results = await installed(packed, source, async (folder) => {
  const own = join(folder, "node_modules", manifest.name);
  const reach = await reachProblems(packed, own);
  const papers = [
    ["only built files", fileProblems(files)],
    ["every file is led to, every import declared", reach],
    ["nothing of this machine", leakProblems(files)],
    ["nothing runs at install, nothing comes from outside", trustProblems(manifest)],
    [
      "the surface that was reviewed",
      apiProblems(apiReports(source, manifest), committed, reviewed),
    ],
  ] as const;
  // Bundlers would stop at an import that leads nowhere.
  if (reach.length > 0) return papers;
  const sizes = await Promise.all(
    (budgets[manifest.name] ?? []).map((budget) => measure(budget, folder, peers)),
  );
  return [
    ...papers,
    ["publint", await manifestProblems(packed)],
    ["types resolve", await typeProblems(packed)],
    ["every door loads", await loadProblems(manifest, folder)],
    ["no side effects", await sideEffectProblems(manifest, own)],
    ...sizes.map(({ code, bytes, problems }) => [`${bytes} B  ${code}`, problems] as const),
  ] as const;
});

for (const [name, problems] of results) {
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"}  ${name}`);
  for (const problem of problems) console.error(`      ${problem}`);
}
const failed = results.filter(([, problems]) => problems.length > 0).length;
mkdirSync("reports", { recursive: true });
writeFileSync("reports/package.json", JSON.stringify({ passed: results.length - failed, failed }));
process.exitCode = failed === 0 ? 0 : 1;
