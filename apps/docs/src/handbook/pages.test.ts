import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { pages } from "./chapters.ts";

const root = resolve(import.meta.dirname, "../../pages");

const folders = readdirSync(root, { withFileTypes: true })
  .filter((each) => each.isDirectory() && each.name !== "reference")
  .map(({ name }) => name);

test("each page of the handbook is there, and each folder is in the list", () => {
  expect(folders.sort()).toEqual(pages.map(({ slug }) => slug).sort());
});

test.for(folders)("%s has a test that calls testPage", (folder) => {
  const tests = readdirSync(join(root, folder)).filter((file) => file.endsWith(".test.ts"));
  const texts = tests.map((file) => readFileSync(join(root, folder, file), "utf8"));
  expect(texts.some((text) => text.includes("await testPage(import.meta.url"))).toBe(true);
});

test("nothing is fetched from elsewhere", () => {
  const texts = folders.map((folder) => readFileSync(join(root, folder, "index.md"), "utf8"));
  expect(
    texts.filter((text) => /!\[[^\]]*\]\(http|<(script|img|link)[^>]+http/u.test(text)),
  ).toEqual([]);
});
