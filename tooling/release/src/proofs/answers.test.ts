import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { judge } from "./answers.ts";

const consumers = join(import.meta.dirname, "../../consumers");
const packages = join(import.meta.dirname, "../../../../packages");

test("every package has a consumer", () => {
  expect(readdirSync(consumers)).toEqual(readdirSync(packages).map((name) => `${name}.ts`));
});

test.for(readdirSync(consumers))("%s computes what is known by hand", async (file) => {
  const { answers } = (await import(/* @vite-ignore */ join(consumers, file))) as {
    readonly answers: unknown;
  };
  expect(judge(answers, file)).toBeGreaterThan(1);
});

test("a wrong answer is named, with what is right", () => {
  expect(() =>
    judge(
      [
        ["one", 1, 1],
        ["two", 2.1, 2],
      ],
      "page",
    ),
  ).toThrow("page: expected two to be 2, got 2.1; see the package");
  expect(() => judge([["two", null, 2]], "page")).toThrow("expected two to be 2, got null");
  expect(() => judge([["two", NaN, 2]], "page")).toThrow("expected two to be 2, got NaN");
});

test.for([[], {}, "", null])("%s is no list of answers", (answers) => {
  expect(() => judge(answers, "page")).toThrow("page: expected answers, got");
});
