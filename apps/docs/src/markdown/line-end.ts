import type MarkdownIt from "markdown-it";

/** The end of a line of text is a space: Vue's compiler drops a line's end that stands between two elements. */
export const lineEnds = (md: MarkdownIt): void => {
  md.renderer.rules.softbreak = () => " ";
};
