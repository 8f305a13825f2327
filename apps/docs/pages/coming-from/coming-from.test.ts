import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);

const folder = import.meta.dirname;
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const examples = readdirSync(folder).filter((file) => file.endsWith(".example.ts"));
const source = examples.map(read).join("\n");

/** The functions that the columns headed "here" call. */
const called = (page: string): string[] => {
  let column = -1;
  const names = page.split("\n").flatMap((line) => {
    const cells = line.split("|");
    if (cells.length === 1) column = -1;
    const header = cells.findIndex((cell) => /^ here\b/.test(cell));
    if (header >= 0) column = header;
    const code = [...(cells[column] ?? "").matchAll(/`([^`]*)`/g)].map(([, text]) => text);
    return [...code.join("; ").matchAll(/\b(\w+)\(/g)].map(([, name = ""]) => name);
  });
  return [...new Set(names)];
};

test.each(called(read("index.md")))("%s is called in an example of the page", (name) => {
  expect(source).toMatch(new RegExp(`\\b${name}\\(`));
});
