import { cases } from "@tooling/vitest/cases";
import { holds } from "@tooling/vitest/holds";
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
// the bounds that fuzz-checks.ts states, and records of them give at other inputs what they give there. The shortest that fails is printed as source text.

const runs = cases(2000, 50_000);

/** How often each operation has been applied, and how often differences proved nothing. */
const applied = new Map<string, number>();
let rough = 0;

/** Uses of records, and how many of them were replays. */
const records = { uses: 0, replayed: 0 };

/** How many programs were tried. */
let tried = 0;

const findings = (plan: Plan): string[] =>
  failures("program", () => {
    tried += 1;
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

holds(
  "programs: dual, tape and differences agree",
  fc.property(plans, (plan) => findings(plan).length === 0),
  { few: runs, many: runs, print: report },
);

/** Where a program fails, or few are run, the rest says nothing. */
const ended = (): boolean => tried < runs;

test("differences prove something of all but one in a hundred", ({ skip }) => {
  skip(ended(), "the programs ended early");
  expect(rough).toBeLessThan(runs / 100);
});

test("most uses of a record are replays", ({ skip }) => {
  skip(ended(), "the programs ended early");
  expect(records.replayed).toBeGreaterThan(records.uses / 2);
});

test("every function of the table, and every loop, has been applied", ({ skip }) => {
  skip(ended(), "the programs ended early");
  const names = [...families.map(({ name }) => name), ...Object.keys(loops)];
  expect(names.filter((name) => !applied.has(name))).toEqual([]);
});
