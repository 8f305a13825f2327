/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, test } from "vitest";
import * as linalg from "./index.ts";

const texts = import.meta.glob<string>(["../docs/rules.md", "../README.md", "./**/*.ts"], {
  eager: true,
  query: "?raw",
  import: "default",
});
const { "../docs/rules.md": rules = "", "../README.md": readme = "", ...sources } = texts;

const numbersIn = (text: string): string[] =>
  Array.from(text.matchAll(/\((\d+\.\d+)\)/g), ([, number = ""]) => number);

/** The numbers of the equations, in the order in which they stand. */
const equations = Array.from(rules.matchAll(/\\tag\{(.+?)\}/g), ([, number = ""]) => number);

/** What a source says of the document: from its name to the end of the sentence, on one line. */
const citationsIn = (source: string): string[] =>
  source.replaceAll(/\n\s*(\*|\/\/) ?/g, " ").match(/docs\/rules\.md.*?(?=\.\s|\*\/|\n)/g) ?? [];

const citations = Object.entries(sources)
  .filter(([path]) => !path.endsWith(".test.ts"))
  .flatMap(([path, source]) => citationsIn(source).map((citation) => [path, citation] as const));

const headings = Array.from(rules.matchAll(/^##? (.+)$/gm), ([, heading = ""]) => heading);

/** How a heading is linked to. */
const anchors = headings.map((heading) => heading.toLowerCase().replaceAll(" ", "-"));

test("equations are numbered in their order, section by section", () => {
  const sections = headings.flatMap((heading) => /^\d+/.exec(heading) ?? []);
  const inOrder = sections.flatMap((section) =>
    equations
      .filter((number) => number.startsWith(`${section}.`))
      .map((_, k) => `${section}.${k + 1}`),
  );
  expect(equations).toEqual(inOrder);
});

test("the sources cite the document", () => {
  expect(citations.length).toBeGreaterThan(50);
});

test.each(citations)("%s cites equations that exist: %s", (_path, citation) => {
  const numbers = numbersIn(citation);
  expect(numbers).not.toEqual([]);
  expect(numbers.filter((number) => !equations.includes(number))).toEqual([]);
});

describe.each([
  ["docs/rules.md", rules, ""],
  ["README.md", readme, "docs/rules.md"],
])("%s", (_name, text, target) => {
  test("names every function", () => {
    const missing = Object.keys(linalg).filter((name) => !new RegExp(`\`${name}[\`(]`).test(text));
    expect(missing).toEqual([]);
  });

  test("refers to equations and sections that exist", () => {
    expect(numbersIn(text).filter((number) => !equations.includes(number))).toEqual([]);
    const links = Array.from(text.matchAll(/\]\(([^)#]*)#([^)]+)\)/g), ([, file, at]) => [
      file,
      at,
    ]);
    expect(links.length).toBeGreaterThan(12);
    expect(links.filter(([file]) => file !== target)).toEqual([]);
    expect(links.filter(([, at = ""]) => !anchors.includes(at))).toEqual([]);
  });
});
