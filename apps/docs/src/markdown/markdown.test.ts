import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { citations } from "./citation.ts";
import { lineEnds } from "./line-end.ts";
import { mathematics } from "./mathematics.ts";
import { headOf, statements } from "./statement.ts";

const render = (text: string): string => {
  const md = new MarkdownIt({ html: true });
  for (const plugin of [mathematics, statements, citations, lineEnds]) plugin(md);
  return md.render(text);
};

describe("what fails the build", () => {
  test.each([
    ["a formula that KaTeX does not know", "$\\nosuch{x}$"],
    ["a formula that does not end", "$$\\frac{1$$"],
    ["a letter that KaTeX has no glyph for", "$äß$"],
    ["a reference that is not in the list", "[@nobody]"],
    ["a statement without an id", "::: statement\nx\n:::"],
  ])("%s", (_, text) => {
    expect(() => render(text)).toThrow(/expected .*, got/u);
  });
});

test("a formula is HTML that Vue leaves alone, and a block is reached by the keyboard", () => {
  expect(render("$x^2$")).toContain('<span v-pre class="katex">');
  expect(render("$$x^2$$")).toContain('class="katex-block" tabindex="0"');
});

test("a formula keeps the comma behind it and the parenthesis before it on its line", () => {
  expect(render("($x$, y)")).toMatch(/\(\u2060<span[^]*<\/span>\u2060, y\)/u);
  expect(render("of $x$ and")).not.toContain("\u2060");
});

test("formulas with a wide space between them are set side by side, one by one", () => {
  expect(render("$$a = b, \\qquad c = d$$").match(/katex-block/gu)).toHaveLength(2);
  expect(render("$$\\left( a \\qquad b \\right)$$").match(/katex-block/gu)).toHaveLength(1);
});

test("a line's end between two elements is a space, which Vue keeps", () => {
  expect(render("$x$\n[@giles]")).toContain("</span> <a");
});

test("a citation names the authors and leads to the references", () => {
  expect(render("[@griewank, ch. 3]")).toContain(
    '<a href="/references/#griewank">[Griewank, Walther, ch. 3]</a>',
  );
  expect(render("[@giles]")).toContain(">[Giles]</a>");
  expect(render("[@papamakarios]")).toContain(">[Papamakarios et al.]</a>");
  expect(render("mail@example.org [x](y)")).not.toContain("references");
});

test("a statement is a section with its title", () => {
  const html = render("::: statement chain-rule The *chain* rule\nx\n:::");
  expect(html).toContain('<section class="statement" id="statement-chain-rule"');
  expect(html).toContain("The <em>chain</em> rule");
  expect(headOf("statement a-b Title here")).toEqual({ id: "a-b", title: "Title here" });
});
