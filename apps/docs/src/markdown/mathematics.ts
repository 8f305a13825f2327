import { katex } from "@mdit/plugin-katex";
import type MarkdownIt from "markdown-it";
import Token from "markdown-it/lib/token.mjs";

/** Between a formula and what touches it: no line may end there, neither before a comma nor after a parenthesis. */
const joiner = "\u2060";

/** The HTML of a formula, fit for a page. */
const dressed = (html: string): string => {
  // The plugin writes what KaTeX refuses into the page, and goes on.
  if (html.includes("katex-error")) {
    throw new Error(`formula: expected LaTeX that KaTeX knows, got ${html}; see katex.org/docs`);
  }
  return (
    html
      // Braces of a formula are no expressions of a Vue template.
      .replaceAll('<span class="katex">', '<span v-pre class="katex">')
      // A wide formula is scrolled by the keyboard too.
      .replaceAll("class='katex-block'", 'class="katex-block" tabindex="0"')
  );
};

/** How many braces, environments and brackets that grow are open after a piece of LaTeX. */
const depthOf = (text: string): number =>
  (text.match(/(?<!\\)\{|\\begin\b|\\left\b/gu)?.length ?? 0) -
  (text.match(/(?<!\\)\}|\\end\b|\\right\b/gu)?.length ?? 0);

/** The formulas that a block sets side by side, with `\qquad` between them. */
const formulasOf = (content: string): readonly string[] =>
  content.split("\\qquad").reduce<readonly string[]>((formulas, piece) => {
    const last = formulas.at(-1);
    return last === undefined || depthOf(last) === 0
      ? [...formulas, piece]
      : [...formulas.slice(0, -1), `${last}\\qquad${piece}`];
  }, []);

/** Formulas side by side stand below each other where there is no room. */
const sideBySide = (md: MarkdownIt): void => {
  const block = md.renderer.rules["math_block"]!;
  md.renderer.rules["math_block"] = (tokens, index, options, env, self) => {
    const { content, type, tag, nesting } = tokens[index]!;
    const set = formulasOf(content).map((formula) => {
      const token = new Token(type, tag, nesting);
      token.content = formula;
      return block([token], 0, options, env, self);
    });
    return set.length > 1 ? `<div class="formulas">${set.join("")}</div>\n` : set.join("");
  };
};

/** A browser ends a line at any formula, so that a comma may begin the next one. */
const joinNeighbours = (md: MarkdownIt): void => {
  md.core.ruler.after("inline", "formula-neighbours", ({ tokens }) => {
    for (const { children } of tokens) {
      children?.forEach(({ type }, k) => {
        if (type !== "math_inline") return;
        const [before, after] = [children[k - 1], children[k + 1]];
        if (before?.type === "text" && /\S$/u.test(before.content)) before.content += joiner;
        if (after?.type === "text" && /^\S/u.test(after.content))
          after.content = joiner + after.content;
      });
    }
  });
};

/** Formulas become HTML and MathML when the site is built; one that KaTeX does not know fails the build. */
export const mathematics = (md: MarkdownIt): void => {
  md.use(katex, {
    output: "htmlAndMathml",
    throwOnError: true,
    strict: "error",
    logger: (code: string, message: string) => {
      throw new Error(`formula: expected LaTeX that KaTeX knows, got ${code}: ${message}`);
    },
    transformer: dressed,
  });
  sideBySide(md);
  joinNeighbours(md);
};
