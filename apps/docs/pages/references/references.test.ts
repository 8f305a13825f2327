import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { pages } from "../../src/handbook/chapters.ts";
import { isReference, references } from "../../src/handbook/references.ts";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);

const root = resolve(import.meta.dirname, "..");
const present = new Set(readdirSync(root));

const cited = pages
  .filter(({ slug }) => present.has(slug))
  .flatMap(({ slug }) => {
    const text = readFileSync(resolve(root, slug, "index.md"), "utf8");
    return [...text.matchAll(/\[@([a-z]+)/gu)].map(([, key]) => key!);
  });

test("every citation is a reference", () => {
  expect(cited.length).toBeGreaterThan(10);
  expect(cited.filter((key) => !isReference(key))).toEqual([]);
});

test("every reference is cited, or recommended here", () => {
  const keys = new Set(cited);
  expect(Object.keys(references).filter((key) => !keys.has(key))).toEqual([]);
});

test("the references stand in the order of their keys, with safe links", () => {
  const keys = Object.keys(references);
  expect(keys).toEqual([...keys].sort());
  for (const { link } of Object.values(references)) expect(link).toMatch(/^https:\/\/\S+$/u);
});
