import { expect, test } from "vitest";
import { arrange, withoutExample, type Pages } from "./arrange.ts";

const functionPage = (name: string, links: string, code: string): string =>
  `[Reference](../index.md) / ${name}\n\n# Function: ${name}()\n\nWhat it is. ${links}\n\n## Parameters\n\np\n\n## Throws\n\nt\n\n## Example\n\n\`\`\`ts\n${code}\n\`\`\`\n`;

const typePage = (name: string, links = ""): string =>
  `[Reference](../index.md) / ${name}\n\n# Interface: ${name}\n\nWhat it holds. ${links}\n\n## Properties\n\np\n`;

const pages: Pages = new Map([
  ["a/index.md", "# a\n\n## References\n\n### g\n\nRe-exports [g](../b/functions/g.md)\n"],
  ["a/functions/f.md", functionPage("f", "[Result](../interfaces/Result.md)", "f(1); // 2")],
  ["a/functions/named.md", functionPage("named", "", "const x: Named = 1;")],
  ["a/functions/beside.md", functionPage("beside", "", "beside();")],
  ["a/interfaces/Result.md", typePage("Result", "[Part](Part.md)")],
  ["a/interfaces/Part.md", typePage("Part")],
  ["a/interfaces/Named.md", typePage("Named")],
  ["a/interfaces/Beside.md", typePage("Beside")],
  ["a/interfaces/Alone.md", typePage("Alone")],
  ["b/functions/g.md", functionPage("g", "[symbol](../../a/functions/f.md#0)", "g();")],
]);

const arranged = arrange(
  pages,
  new Map([
    ["a/beside", "beside.ts"],
    ["a/Beside", "beside.ts"],
    ["a/Alone", "alone.ts"],
  ]),
);

test("a page says how its name is imported, then gives the example, then the rest", () => {
  const page = arranged.get("b/functions/g.md")!;
  expect(page).toContain('title: "g · b"');
  expect(page).toContain("[symbol](../../a/functions/f.md)");
  expect(page).toContain('# g()\n\n```ts\nimport { g } from "b";\n```\n\nAlso exported by `a`.');
  expect(page.match(/^## .+$/gmu)).toEqual(["## Example", "## Throws", "## Parameters"]);
});

test.each([
  ["what gives it", "Result", "From [`f`](../functions/f.md):\n\n```ts\nf(1); // 2\n```"],
  ["what holds it", "Part", "From [`f`]"],
  ["what names it", "Named", "From [`named`]"],
  ["what stands in its file", "Beside", "From [`beside`]"],
])("a type shows the example of %s", (_, name, text) => {
  expect(arranged.get(`a/interfaces/${name}.md`)).toContain(text);
});

test("a type without any example is told", () => {
  expect(withoutExample(arranged)).toEqual(["a/interfaces/Alone.md"]);
});

test("what a door gives on is one list", () => {
  expect(arranged.get("a/index.md")).toBe(
    "# a\n\n## From its pieces\n\n[g](../b/functions/g.md)\n",
  );
});
