import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expectationsOf } from "@tooling/vitest/extract";
import { verify } from "@tooling/vitest/readme";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { check, type Exercise } from "../exercises/exercise.ts";
import { type Page, pages } from "../handbook/chapters.ts";
import { mathematics } from "../markdown/mathematics.ts";
import { headOf } from "../markdown/statement.ts";

/** What each chapter has, after its first three sentences. */
const sections = ["Definition", "Worked example", "Code", "Where it fails", "Exercises"];

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found!);

/** Numeric checks, by the id of the statement that each proves. */
export type Checks = Readonly<Record<string, () => void>>;

const testStructure = (text: string, { title, chapter }: Page): void => {
  test("has its title", () => {
    expect(matches(text, /^# (.+)$/gmu)).toEqual([title]);
  });

  test.runIf(chapter)("has the sections of a chapter, and what and why before them", () => {
    const headings = matches(text, /^## (.+)$/gmu);
    expect(headings.filter((heading) => sections.includes(heading))).toEqual(sections);
    const lead = text
      .split(/^# .+$/mu)[1]!
      .trim()
      .split("\n\n")[0]!;
    expect(lead.match(/[.?!](\s|$)/gu)?.length).toBeGreaterThanOrEqual(3);
  });

  test("has formulas that KaTeX knows, none of them torn by a formatter", () => {
    const md = new MarkdownIt({ html: true });
    mathematics(md);
    expect(md.render(text)).not.toContain("$$");
  });

  test("runs all of its TypeScript, from files", () => {
    expect(matches(text, /^```(ts|typescript|js|javascript)\b/gmu)).toEqual([]);
  });
};

const testExamples = (folder: string, text: string): void => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".example.ts"));

  test("shows each of its examples", () => {
    expect(new Set(matches(text, /^<<< \.\/(\S+)$/gmu))).toEqual(new Set(files));
  });

  test.for(files)("%s gives what its comments say", async (file) => {
    const path = join(folder, file);
    const block = { line: 1, code: readFileSync(path, "utf8") };
    expect(expectationsOf(block), "an example says what it gives").not.toEqual([]);
    await verify(path, folder, block);
  });
};

const testExercises = async (folder: string, text: string, { chapter }: Page): Promise<void> => {
  const file = join(folder, "exercises.ts");
  const exercises = existsSync(file)
    ? // A module of exercises exports nothing else.
      Object.entries((await import(/* @vite-ignore */ file)) as Record<string, Exercise>)
    : [];

  test("asks each of its exercises", () => {
    expect(matches(text, /<Exercise :of="(\w+)">/gu).sort()).toEqual(
      exercises.map(([name]) => name).sort(),
    );
    if (chapter) expect(exercises.length).toBeGreaterThanOrEqual(2);
  });

  test.for(exercises)("accepts the solution of %s and tells its mistakes", ([, exercise]) => {
    expect(check(exercise, exercise.solution)).toEqual({ right: true, say: "Right." });
    for (const { answer, say } of exercise.mistakes) {
      expect(check(exercise, answer)).toEqual({ right: false, say });
    }
    expect(check(exercise, `2*(${exercise.solution}) + 1`).right).toBe(false);
  });
};

const testStatements = (text: string, checks: Checks): void => {
  test("has a check for each statement, and a statement for each check", () => {
    const ids = matches(text, /^::: (statement .+)$/gmu).map((info) => headOf(info).id);
    expect(ids.sort()).toEqual(Object.keys(checks).sort());
  });

  test.for(Object.entries(checks))("statement %s", ([, prove]) => prove());
};

/**
 * Tests a page of the handbook: its examples give what they say, its exercises accept their solutions
 * and tell mistakes, each statement of mathematics is proven by a check of its name, and a chapter has a
 * chapter's sections.
 *
 * @param here the test's own import.meta.url, in the page's folder
 * @param checks a numeric check for each `::: statement <id>` of the page
 */
export const testPage = async (here: string, checks: Checks = {}): Promise<void> => {
  const folder = dirname(fileURLToPath(here));
  const page = pages.find(({ slug }) => slug === basename(folder));
  if (!page) throw new Error(`${folder}: expected a page of chapters.ts, got none; add it there`);
  const text = readFileSync(join(folder, "index.md"), "utf8");
  testStructure(text, page);
  testExamples(folder, text);
  testStatements(text, checks);
  await testExercises(folder, text, page);
};
