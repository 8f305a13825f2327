import { katex } from "@mdit/plugin-katex";
import type MarkdownIt from "markdown-it";

/** Formulas become HTML and MathML when the site is built; one that KaTeX does not know fails the build. */
export const mathematics = (md: MarkdownIt): void => {
  md.use(katex, {
    output: "htmlAndMathml",
    throwOnError: true,
    strict: "error",
    logger: (code: string, message: string) => {
      throw new Error(`formula: expected LaTeX that KaTeX knows, got ${code}: ${message}`);
    },
    // Braces of a formula are no expressions of a Vue template.
    transformer: (html: string) =>
      html.replaceAll('<span class="katex">', '<span v-pre class="katex">'),
  });
};
