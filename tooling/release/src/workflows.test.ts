import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const workspace = resolve(import.meta.dirname, "../../..");
const folder = join(workspace, ".github/workflows");
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), "utf8"),
}));

/** The lines of a text that say something, without their comments. */
const said = (text: string): string[] => text.split("\n").filter((line) => !/^\s*(#|$)/.test(line));

describe.for(workflows)("$name", ({ text }) => {
  test("runs actions pinned by commit, their release beside it", () => {
    const uses = said(text).filter((line) => /\buses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    const loose = uses.filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+$/.test(line));
    expect(loose).toEqual([]);
  });

  test("may do nothing but read, unless a job says what else", () => {
    expect(text).toMatch(/^permissions:( \{\}|\n {2}contents: read)\n\n/m);
  });

  test("never makes every release a prerelease", () => {
    expect(said(text).join("\n")).not.toMatch(/\bpre (enter|exit)\b/);
  });

  test("gives the token of npm to jobs that publish with provenance, and to no other", () => {
    const jobs = text.split(/^ {2}(?=[a-z]+:$)/m);
    const publishing = jobs.filter((job) => /npm run release:(publish|canary)|NPM_TOKEN/.test(job));
    for (const job of publishing) {
      expect(job).toMatch(/^ {4}environment: npm$/m);
      expect(job).toMatch(/^ {6}id-token: write\b/m);
      expect(job).toMatch(/^ +NPM_CONFIG_PROVENANCE: "true"$/m);
      expect(job).toMatch(/^ +pnpm_config_provenance: "true"$/m);
    }
    const others = jobs.filter((job) => !publishing.includes(job));
    expect(others.filter((job) => /id-token|environment: npm/.test(job))).toEqual([]);
  });
});

test("two workflows publish: releases, and canaries", () => {
  const publishing = workflows.filter(({ text }) => text.includes("secrets.NPM_TOKEN"));
  expect(publishing.map(({ name }) => name)).toEqual(["canary.yml", "release.yml"]);
});

test("no prerelease has been entered", () => {
  expect(readdirSync(join(workspace, ".changeset"))).not.toContain("pre.json");
});
