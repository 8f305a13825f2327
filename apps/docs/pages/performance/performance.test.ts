import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const folded = (text: string) => text.replaceAll(/\s+/gu, " ").trim();
const cellsOf = (line: string) => line.trim().slice(1, -1).split("|").map(folded);

/** The tables of a text: a head and its rows. */
const tablesOf = (text: string): string[][][] =>
  [...text.matchAll(/(?:^\|.*\n)+/gmu)].map(([table]) =>
    table
      .trim()
      .split("\n")
      .filter((line) => !/^[|\s:-]+$/u.test(line))
      .map(cellsOf),
  );

const quotesOf = (text: string): string[] =>
  [...text.matchAll(/^> (.+)$/gmu)].map(([, quote]) => folded(quote!));

const [page, weights = ""] = read("index.md").split("## What it weighs") as [string, string?];
/** What stands after the name of a file, up to the next name: name, text, name, text … */
const [before = "", ...quoted] = page.split(/^\*\*(tooling\/\S+)\*\*$/gmu);
const sources = quoted.flatMap((file, k) => (k % 2 === 0 ? [{ file, text: quoted[k + 1]! }] : []));

/** The cells of a page's table that its source does not have in that row and column. */
const astray = (source: string[][][], [head = [], ...rows]: string[][]): string[] => {
  const own = source.find(
    ([names = []]) => names[0] === head[0] && head.every((h) => names.includes(h)),
  );
  if (own === undefined) return [`no table of ${head.join(", ")}`];
  const [names = [], ...lines] = own;
  return rows.flatMap((row) => {
    const line = lines.find(([first]) => first === row[0]);
    const isAsQuoted = line && head.every((name, k) => line[names.indexOf(name)] === row[k]);
    return isAsQuoted ? [] : [row.join(" | ")];
  });
};

test("every figure of a table stands in the file that it is quoted from", () => {
  expect(sources.flatMap(({ text }) => tablesOf(text)).length).toBeGreaterThan(5);
  for (const { file, text } of sources) {
    const source = tablesOf(read(`../../../../${file}`));
    expect(tablesOf(text).flatMap((table) => astray(source, table))).toEqual([]);
  }
});

test("every quoted sentence stands in its file", () => {
  expect(sources.flatMap(({ text }) => quotesOf(text)).length).toBeGreaterThan(10);
  for (const { file, text } of sources) {
    const source = folded(read(`../../../../${file}`));
    expect(quotesOf(text).filter((quote) => !source.includes(quote))).toEqual([]);
  }
});

test("no other figure of time stands in the page", () => {
  const own = sources.map(({ text }) => text.replaceAll(/^[>|].*$/gmu, ""));
  expect([before, ...own].join("\n").match(/\d ?(?:ns|µs|ms|s|×|%)(?!\w)/gu)).toBeNull();
});

test("states the budgets as they are", () => {
  const source = read("../../../../tooling/release/src/budgets.ts");
  const entries = source.matchAll(/code: (?:all\("(.+)"\)|'(.+)'),\s+limit: ([\d.]+) \* kB/gu);
  const limits = [...entries].map(([, whole, code, limit]) => [
    `\`${code ?? `export * from "${whole!}";`}\``,
    `${limit!} kB`,
  ]);
  expect(limits).toHaveLength(source.match(/limit: \d/gu)!.length);
  expect(tablesOf(weights).flatMap(([, ...rows]) => rows)).toEqual(limits);
});
