import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle, isInstalled, runIn, type Browser } from "./browsers.ts";
import { places } from "./places.ts";
import { root } from "./run.ts";

/** Whether the tests of every package pass, started in some way. */
const testAll = (program: string, ...args: readonly string[]): boolean =>
  places(root, ["packages"])
    .map(({ path }) => spawnSync(program, args, { cwd: path, stdio: "inherit" }).status === 0)
    .every(Boolean);

/** ESLint itself makes code of text, so that tests of lint rules cannot run without. */
const withoutCode = [
  "--execArgv=--disallow-code-generation-from-strings",
  "--exclude=src/eslint/**",
];

const vitest = join(root, "node_modules/vitest/vitest.mjs");

/** Tests on another Node, which npm's package of that name brings. */
const onNode = (major: string) => (): boolean => {
  const folder = mkdtempSync(join(tmpdir(), "node-"));
  const install = ["install", "--no-audit", "--no-fund", "--prefix", folder, `node@${major}`];
  const installed = spawnSync("npm", install, { stdio: "inherit" }).status === 0;
  const node = join(folder, "node_modules/node/bin/node");
  const passed = installed && testAll(node, vitest, "run");
  rmSync(folder, { recursive: true });
  return passed;
};

const inBrowser = (browser: Browser) => async (): Promise<boolean> => {
  if (!isInstalled(browser)) {
    console.error(`${browser}: not installed`);
    return false;
  }
  const { passed, wrong, makesCode } = await runIn(browser, await bundle());
  console.log(`${browser}: ${passed} passed, ${wrong.length} failed`);
  for (const line of wrong) console.log(`  ${line}`);
  if (makesCode) console.log("  the page's policy did not hold");
  return passed > 0 && wrong.length === 0 && !makesCode;
};

/** Where the packages are tried beyond the Node that runs this. */
const surroundings: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  "no-code-from-strings": () => testAll("vitest", "run", ...withoutCode),
  node20: onNode("20"),
  node22: onNode("22"),
  node24: onNode("24"),
  chromium: inBrowser("chromium"),
  firefox: inBrowser("firefox"),
};

/** Runs the tests of all packages in those of these places that are named, or in all. */
export async function compatibility(names: readonly string[]): Promise<number> {
  const asked = names.length > 0 ? names : Object.keys(surroundings);
  const failed: string[] = [];
  for (const name of asked) {
    const passes = await surroundings[name]?.();
    console.log(`${name}: ${passes === undefined ? "unknown" : passes ? "passed" : "FAILED"}`);
    if (passes !== true) failed.push(name);
  }
  return failed.length === 0 ? 0 : 1;
}
