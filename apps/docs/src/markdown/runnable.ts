import type MarkdownIt from "markdown-it";

/** VitePress says on a token of `<<< file` which file it stands for. */
const fileOf = (token: object): string | undefined => {
  const source: unknown = Reflect.get(token, "src");
  const file: unknown = Array.isArray(source) ? source[0] : undefined;
  return typeof file === "string" ? file : undefined;
};

/** `<<< ./name.example.ts` shows a file that a reader can edit and run. */
export const runnables = (md: MarkdownIt): void => {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const html = fence!(tokens, index, options, env, self);
    const token = tokens[index]!;
    const file = fileOf(token);
    if (!file?.endsWith(".example.ts")) return html;
    // The text was read where the fence was rendered.
    return `<Runnable source="${encodeURIComponent(token.content)}">${html}</Runnable>\n`;
  };
};
