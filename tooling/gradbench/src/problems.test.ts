import { cases } from "@tooling/vitest/cases";
import { describe, expect, test } from "vitest";
import { difference } from "./comparison.ts";
import { caseNames, expectedOf, inputOf, problemOf } from "./inputs/cases.ts";
import { problems } from "./problems/all.ts";
import type { Author } from "./problems/problem.ts";
import { toJson } from "./protocol/json.ts";

// GradBench asks for 10⁻⁴.
const tolerance = 1e-8;

/** The largest inputs of problems that have smaller ones: all are compared where tests are thorough. */
const large = [
  "det-l10",
  "gmm-d32_k50_n1000",
  "ht-hand5_t26_c800",
  "kmeans-k100_n10000_d8",
  "llsq-n16392_m128",
  "lstm-l4_c1024",
  "ode-n10000_s100",
];
const compared = caseNames.filter((name) => cases(0, 1) === 1 || !large.includes(name));

/** Ten factorial products, recorded one by one, take a while on a busy machine. */
const patience = 180_000;

const shown = (x: unknown): unknown => JSON.parse(toJson(x));

describe.each(compared)("%s", (name) => {
  const [input, expected] = [inputOf(name), expectedOf(name)];
  const problem = problems.get(problemOf(name))!;
  const calls = Object.keys(expected).flatMap((f) =>
    (["packages", "by hand"] as const).map((author): [string, Author] => [f, author]),
  );

  test.each(calls)(
    "%s, %s",
    (f, author) => {
      const { largest, length } = difference(expected[f], shown(problem.work(f, input, author)()));
      expect(largest).toBeLessThan(tolerance);
      expect(length).toBeLessThan(tolerance);
    },
    patience,
  );
});

test("every function of every problem has been compared with the reference", () => {
  const reached = new Set(
    compared.flatMap((name) => Object.keys(expectedOf(name)).map((f) => `${problemOf(name)} ${f}`)),
  );
  const all = [...problems].flatMap(([name, { names }]) => names.map((f) => `${name} ${f}`));
  expect([...reached].sort()).toEqual(all.sort());
});
