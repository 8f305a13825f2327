import { katex } from "@mdit/plugin-katex";
import type MarkdownIt from "markdown-it";

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
};
