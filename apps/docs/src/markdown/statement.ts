import { container } from "@mdit/plugin-container";
import type MarkdownIt from "markdown-it";

const head = /^statement ([a-z0-9-]+) (.+)$/u;

/** What follows `:::` where a statement begins: its id, under which a test proves it, and its title. */
export const headOf = (info: string): { readonly id: string; readonly title: string } => {
  const [, id, title] = head.exec(info.trim()) ?? [];
  if (id === undefined || title === undefined) {
    throw new Error(
      `statement: expected "::: statement <id> <title>", got "::: ${info.trim()}"; the id names its test`,
    );
  }
  return { id, title };
};

/** `::: statement <id> <title>` frames a statement of mathematics. */
export const statements = (md: MarkdownIt): void => {
  md.use(container, {
    name: "statement",
    openRender: (tokens, index) => {
      const { id, title } = headOf(tokens[index]!.info);
      return `<section class="statement" id="statement-${id}" aria-labelledby="statement-${id}-title"><p class="statement-title" id="statement-${id}-title">${md.renderInline(title)}</p>\n`;
    },
    closeRender: () => "</section>\n",
  });
};
