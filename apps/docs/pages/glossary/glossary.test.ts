import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pages } from "../../src/handbook/chapters.ts";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);

const text = readFileSync(new URL("index.md", import.meta.url), "utf8");
const entries = text.split("\n").filter((line) => line.startsWith("- "));

test("every entry is a term, one sentence, and its page by title", () => {
  const titles = new Map(pages.map(({ slug, title }) => [slug, title]));
  for (const entry of entries) {
    const [, sentence, title, slug] =
      /^- \*\*[^*]+\*\*(.+\.) \[([^\]]+)\]\(\/([a-z-]+)\/\)$/u.exec(entry) ?? [];
    expect(sentence, entry).toBeDefined();
    expect(title, entry).toBe(titles.get(slug!));
  }
});

test("terms stand in the order of the alphabet, each once", () => {
  const terms = entries.map((entry) => /\*\*(.+?)\*\*/u.exec(entry)![1]!.toLowerCase());
  expect(terms.length).toBeGreaterThan(40);
  expect(terms).toEqual([...new Set(terms)].sort());
});

test("has a term of every chapter", () => {
  const chapters = pages.filter(({ chapter }) => chapter);
  expect(chapters.filter(({ slug }) => !text.includes(`(/${slug}/)`))).toEqual([]);
});
