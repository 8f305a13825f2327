import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./run.ts";
import { readTasks, table, total, type Summary } from "./tally.ts";

const summaries = join(root, ".turbo/runs");

/** What is checked; turbo.json says what each needs. */
const tasks = [
  "build",
  "check:format",
  "check:lint",
  "check:graph",
  "check:unused",
  "check:types",
  "test",
  "package",
];

/** Removes what earlier runs reported: a report that is there afterwards is of this run. */
function forget(): void {
  rmSync(summaries, { recursive: true, force: true });
  for (const room of ["packages", "apps", "tooling"]) {
    for (const name of readdirSync(join(root, room))) {
      rmSync(join(root, room, name, "reports"), { recursive: true, force: true });
    }
  }
}

/** Every check of the workspace. Its last line says how many passed and how many failed. */
export function checkAll(): number {
  forget();
  console.log(`Checking: ${tasks.join(", ")} ...`);
  const options = [
    "--concurrency=100%",
    "--continue=always",
    "--summarize",
    "--output-logs=new-only",
  ];
  const code = run("turbo", "run", ...tasks, ...options);
  const found = readdirSync(summaries).map((file) => readFileSync(join(summaries, file), "utf8"));
  const done = found.flatMap((text) => readTasks(root, JSON.parse(text) as Summary));
  const { passed, failed } = total(done);
  // turbo itself may fail before, or beside, any task.
  const failures = code === 0 ? failed : Math.max(1, failed);
  console.log(`\n${table(done)}\n\n${passed} passed, ${failures} failed`);
  return failures === 0 ? 0 : 1;
}
