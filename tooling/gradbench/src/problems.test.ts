import { describe, expect, test } from "vitest";
import { difference } from "./comparison.ts";
import { caseNames, expectedOf, inputOf, problemOf } from "./inputs/cases.ts";
import { problems } from "./problems/all.ts";
import type { Author } from "./problems/problem.ts";
import { toJson } from "./protocol/json.ts";

// GradBench asks for 10⁻⁴.
const tolerance = 1e-8;

/** Ten factorial products, recorded one by one, take a while on a busy machine. */
const patience = 180_000;

const shown = (x: unknown): unknown => JSON.parse(toJson(x));

describe.each(caseNames)("%s", (name) => {
  const [input, expected] = [inputOf(name), expectedOf(name)];
  const problem = problems.get(problemOf(name))!;
  const cases = Object.keys(expected).flatMap((f) =>
    (["packages", "by hand"] as const).map((author): [string, Author] => [f, author]),
  );

  test.each(cases)(
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
  const compared = new Set(
    caseNames.flatMap((name) =>
      Object.keys(expectedOf(name)).map((f) => `${problemOf(name)} ${f}`),
    ),
  );
  const all = [...problems].flatMap(([name, { names }]) => names.map((f) => `${name} ${f}`));
  expect([...compared].sort()).toEqual(all.sort());
});
