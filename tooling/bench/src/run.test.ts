import { expect, test } from "vitest";
import type { Benchmark, Suite } from "./benchmark.ts";
import { runSuite } from "./run.ts";
import { duration, table } from "./table.ts";

const sumTo = (n: number) => () => {
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.sin(k);
  return sum;
};

const benchmark = (more: Partial<Benchmark>): Suite => ({
  name: "sums",
  per: "term",
  benchmarks: [{ title: "sines", units: 1000, contenders: { once: () => sumTo(1000) }, ...more }],
});

test("a goal is kept or missed by the figures of the same run", async () => {
  const suite = benchmark({
    contenders: { once: () => sumTo(1000), again: async () => Promise.resolve(sumTo(1000)) },
    goals: [
      { of: "again", atMost: 1000, times: "once" },
      { of: "again", atMost: 1e-6 },
    ],
  });
  const figures = await runSuite(suite, 10);
  const [kept, missed] = figures.benchmarks[0]!.goals;
  expect(kept).toMatchObject({ goal: "again ≤ 1000 × once", met: true });
  expect(missed).toMatchObject({ goal: "again ≤ 0.000001 ns", met: false });
  const lines = table(figures).split("\n");
  expect(lines[0]).toMatch(/^\| sums, per term +\| once +\| again +\| goal +\|$/);
  expect(lines[2]).toContain("MISSED");
  expect(new Set(lines.map((line) => line.length)).size).toBe(1);
});

test("contenders that disagree are not timed", async () => {
  const suite = benchmark({ contenders: { once: () => sumTo(1000), wrong: () => sumTo(999) } });
  await expect(runSuite(suite, 1)).rejects.toThrow("sines, wrong");
});

test.each([
  [0.5, "0.50 ns"],
  [35, "35 ns"],
  [640, "640 ns"],
  [2600, "2.6 µs"],
  [272_000, "272 µs"],
  [1.44e6, "1.4 ms"],
])("%d ns reads %s", (nanoseconds, text) => {
  expect(duration(nanoseconds)).toBe(text);
});
