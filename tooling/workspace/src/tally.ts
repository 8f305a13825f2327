import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** How much of a check passed. */
export type Counts = { readonly passed: number; readonly failed: number };

/** One task of one package, after a run. */
export type Task = Counts & { readonly task: string; readonly package: string };

/** What is used of the summary that turbo writes of a run. */
export type Summary = {
  readonly tasks: readonly {
    readonly task: string;
    readonly package: string;
    readonly directory: string;
    readonly execution?: { readonly exitCode?: number | null } | null;
  }[];
};

/**
 * Reads what the tasks of a run came to. A task that counts (tests, checks of a package) leaves a
 * report, which turbo brings back when it takes the task from its cache; every other task counts as
 * one. A task that failed without counting a failure counts as one failure too.
 */
export function readTasks(root: string, summary: Summary): Task[] {
  return summary.tasks.flatMap(({ task, package: name, directory, execution }) => {
    if (execution === undefined || execution === null) return [];
    const succeeded = execution.exitCode === 0;
    const report = join(root, directory, "reports", `${task}.json`);
    const counts = existsSync(report)
      ? (JSON.parse(readFileSync(report, "utf8")) as Counts)
      : { passed: succeeded ? 1 : 0, failed: 0 };
    const failed = succeeded ? counts.failed : Math.max(1, counts.failed);
    return [{ task, package: name, passed: counts.passed, failed }];
  });
}

/** The sum of several counts. */
export const total = (counts: readonly Counts[]): Counts => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
});

/** A line for each kind of task, and one for each task with a failure. */
export function table(tasks: readonly Task[]): string {
  const kinds = [...new Set(tasks.map(({ task }) => task))];
  const width = Math.max(...tasks.map(({ task, package: name }) => task.length + name.length + 3));
  const line = (label: string, { passed, failed }: Counts) =>
    `${label.padEnd(width)} ${String(passed).padStart(7)} ${String(failed).padStart(7)}`;
  return [
    `${"check".padEnd(width)}  passed  failed`,
    ...kinds.flatMap((kind) => {
      const of = tasks.filter(({ task }) => task === kind);
      const broken = of.filter(({ failed }) => failed > 0);
      return [line(kind, total(of)), ...broken.map((each) => line(`  ${each.package}`, each))];
    }),
  ].join("\n");
}
