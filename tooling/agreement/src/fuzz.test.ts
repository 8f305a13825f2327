import { cases } from "@tooling/vitest/cases";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "./fuzz-checks.ts";
import { loops } from "./loop-operations.ts";
import { failures } from "./numbers.ts";
import { families } from "./operations.ts";
import type { Plan } from "./plans.ts";
import { plans } from "./plans.ts";
import { print, printInput } from "./program-text.ts";
import { programOf } from "./random-program.ts";

// Random programs of the whole table, in which dual, tape and differences of the value must agree, to
// the bounds that fuzz-checks.ts states, and records of them give at other inputs what they give there. The shortest that fails is printed as source text. More of them,
// or others: FUZZ_RUNS=50000 FUZZ_SEED=7 npx vitest run src/fuzz.test.ts

const runs = cases(2000, 50_000);
const seed = Number(process.env["FUZZ_SEED"] ?? 20);

/** A program takes 3 ms, and many times as long where others share the machine. */
const timeout = 100 * runs;

/** How often each operation has been applied, and how often differences proved nothing. */
const applied = new Map<string, number>();
let rough = 0;

/** Uses of records, and how many of them were replays. */
const records = { uses: 0, replayed: 0 };

const findings = (plan: Plan): string[] =>
  failures("program", () => {
    const program = programOf(plan);
    const depth = { jacobians: plan.share % 4 === 0, second: plan.share === 0 };
    const { wrong, compared, uses, replayed } = check(program, plan.seed, depth);
    if (!compared) rough += 1;
    records.uses += uses;
    records.replayed += replayed;
    for (const { operation } of program.applications) {
      applied.set(operation.name, (applied.get(operation.name) ?? 0) + 1);
    }
    return [...wrong];
  });

/** The shortest program that fails, its input, and what disagrees. */
const report = (plan: Plan): string => {
  const text = failures(JSON.stringify(plan), () => {
    const program = programOf(plan);
    return [print(program), `at ${printInput(program)}`];
  });
  return [...text, ...findings(plan)].join("\n");
};

let stopped = true;

test(`${runs} random programs: dual, tape and differences agree`, { timeout }, () => {
  const right = fc.property(plans, (plan) => findings(plan).length === 0);
  const { counterexample } = fc.check(right, { numRuns: runs, seed });
  expect(counterexample?.map(report).join("\n") ?? "").toBe("");
  stopped = false;
});

test("differences prove something of all but one in a hundred", ({ skip }) => {
  skip(stopped, "the programs ended early");
  expect(rough).toBeLessThan(runs / 100);
});

test("most uses of a record are replays", ({ skip }) => {
  skip(stopped, "the programs ended early");
  expect(records.replayed).toBeGreaterThan(records.uses / 2);
});

test("every function of the table, and every loop, has been applied", ({ skip }) => {
  skip(stopped, "the programs ended early");
  const names = [...families.map(({ name }) => name), ...Object.keys(loops)];
  expect(names.filter((name) => !applied.has(name))).toEqual([]);
});
