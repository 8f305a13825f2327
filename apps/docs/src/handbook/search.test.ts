import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { mathematics } from "../markdown/mathematics.ts";
import { searchable } from "./search.ts";

const heading = (level: number, id: string, title: string): string =>
  `<h${level} id="${id}" tabindex="-1">${title} <a class="header-anchor" href="#${id}">&ZeroWidthSpace;</a></h${level}>`;

test("a page of the handbook is found by its sections, under the headings above them", () => {
  const html = [
    heading(1, "top", "Top"),
    "<p>One</p>",
    heading(2, "a", "A &lt; B"),
    "<p>Two</p>",
    heading(3, "b", "<code>Deep</code>"),
    heading(2, "c", "C"),
  ].join("\n");
  expect(searchable("kinks/index.md", html)).toEqual([
    { anchor: "top", titles: ["Top"], text: "One" },
    { anchor: "a", titles: ["Top", "A < B"], text: "Two" },
    { anchor: "b", titles: ["Top", "A < B", "Deep"], text: "" },
    { anchor: "c", titles: ["Top", "C"], text: "" },
  ]);
});

test("formulas are no words, and what stands behind them is", () => {
  const md = new MarkdownIt();
  mathematics(md);
  const html = `${heading(1, "t", "T")}${md.render("Let $\\frac{x}{y} = zzz$, then $q$ is small.")}`;
  expect(searchable("kinks/index.md", html)[0]!.text).toBe("Let , then is small.");
});

test("a name of the reference is found once, by its name, its package and what it is", () => {
  const html = `<p>Reference / jvp</p>${heading(1, "jvp", "jvp()")}<p>The product.</p>${heading(2, "x", "Example")}<p>code</p>`;
  expect(searchable("reference/@jacobian/dual/functions/jvp.md", html)).toEqual([
    { anchor: "", titles: ["@jacobian/dual", "jvp"], text: "The product." },
  ]);
});

test("a list of names is found by its title alone", () => {
  const html = `${heading(1, "dual", "@jacobian/dual")}${heading(2, "f", "Functions")}<p>jvp</p>`;
  expect(searchable("reference/@jacobian/dual/index.md", html)).toEqual([
    { anchor: "dual", titles: ["@jacobian/dual"], text: "" },
  ]);
});
