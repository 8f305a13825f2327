import type MarkdownIt from "markdown-it";
import { isReference, references } from "../handbook/references.ts";

const pattern = /^\[@([a-z]+)(?:, ([^\]]+))?\]/u;

/** The family names of the authors, "Griewank, Walther"; of more than three the first one. */
const familyNames = (authors: string): string => {
  const names = authors.split(", ").map((name) => name.split(" ").at(-1)!);
  return names.length > 3 ? `${names[0]!} et al.` : names.join(", ");
};

/** `[@griewank, ch. 3]` refers to an entry of the references; one that is not there fails the build. */
export const citations = (md: MarkdownIt): void => {
  md.inline.ruler.before("link", "citation", (state, silent) => {
    const [text, key, place] = pattern.exec(state.src.slice(state.pos)) ?? [];
    if (text === undefined || key === undefined) return false;
    if (!isReference(key)) {
      throw new Error(
        `citation: expected one of ${Object.keys(references).join(", ")}, got "${key}"; see references.ts`,
      );
    }
    if (!silent) {
      const open = state.push("link_open", "a", 1);
      open.attrs = [["href", `/references/#${key}`]];
      const names = familyNames(references[key].authors);
      const said = place === undefined ? names : `${names}, ${place}`;
      state.push("text", "", 0).content = `[${said}]`;
      state.push("link_close", "a", -1);
    }
    state.pos += text.length;
    return true;
  });
};
