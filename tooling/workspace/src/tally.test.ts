import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readTasks, table, total } from "./tally.ts";

const root = mkdtempSync(join(tmpdir(), "tally-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function report(directory: string, task: string, counts: object): void {
  mkdirSync(join(root, directory, "reports"), { recursive: true });
  writeFileSync(join(root, directory, "reports", `${task}.json`), JSON.stringify(counts));
}

const task = (name: string, directory: string, exitCode: number) => ({
  task: name,
  package: directory,
  directory,
  execution: { exitCode },
});

report("a", "test", { passed: 7, failed: 0, skipped: 1 });
report("b", "test", { passed: 5, failed: 2, skipped: 0 });
report("c", "test", { passed: 3, failed: 0, skipped: 0 });

const tasks = readTasks(root, {
  tasks: [
    task("build", "a", 0),
    task("build", "b", 2),
    task("test", "a", 0),
    task("test", "b", 1),
    // Every test passed, and yet the task failed: a coverage threshold, say.
    task("test", "c", 1),
    // No report: it crashed.
    task("test", "d", 139),
    // A task without a script is not executed.
    { task: "build", package: "d", directory: "d", execution: null },
  ],
});

test("counts are summed from reports, and tasks without one count as one", () => {
  expect(tasks.map(({ passed, failed }) => [passed, failed])).toEqual([
    [1, 0],
    [0, 1],
    [7, 0],
    [5, 2],
    [3, 1],
    [0, 1],
  ]);
  expect(total(tasks)).toEqual({ passed: 16, failed: 5 });
});

test("the table names what failed", () => {
  expect(table(tasks)).toBe(
    [
      "check      passed  failed",
      "build           1       1",
      "  b             0       1",
      "test           15       4",
      "  b             5       2",
      "  c             3       1",
      "  d             0       1",
    ].join("\n"),
  );
});

test("a run without tasks sums to nothing", () => {
  expect(total([])).toEqual({ passed: 0, failed: 0 });
});
