import { cpSync } from "node:fs";
import { relative, resolve } from "node:path";
import type MarkdownIt from "markdown-it";
import { defineConfig } from "vitepress";
import { parts } from "../src/handbook/chapters.ts";
import { citations } from "../src/markdown/citation.ts";
import { searchable } from "../src/handbook/search.ts";
import { lineEnds } from "../src/markdown/line-end.ts";
import { mathematics } from "../src/markdown/mathematics.ts";
import { runnables } from "../src/markdown/runnable.ts";
import { statements } from "../src/markdown/statement.ts";
import { referenceSidebars } from "../src/reference/sidebar.ts";

const root = resolve(import.meta.dirname, "..");

// Sources, not builds: an example on a page shows what its package does now.
const conditions = ["@jacobian/source"];

const handbook = parts.map(({ title, pages }) => ({
  text: title,
  items: pages.map((page) => ({ text: page.title, link: `/${page.slug}/` })),
}));

export default defineConfig({
  title: "Jacobian",
  description: "Exact derivatives for TypeScript: the handbook.",
  lang: "en",
  srcDir: "pages",
  cleanUrls: false,
  ignoreDeadLinks: false,
  // What all pages share is in one file that they load, not in each of them.
  metaChunk: true,
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    config: (md) => {
      // VitePress carries older types of markdown-it, which lack one name that no plugin here uses.
      const markdown = md as unknown as MarkdownIt;
      for (const plugin of [mathematics, statements, citations, lineEnds, runnables])
        plugin(markdown);
    },
  },
  vite: {
    resolve: { conditions },
    ssr: { noExternal: [/^@jacobian\//u, "jacobian"], resolve: { conditions } },
    worker: { format: "es" },
    esbuild: { jsx: "automatic", jsxImportSource: "vue" },
    build: { target: "es2023", chunkSizeWarningLimit: 2000 },
  },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        miniSearch: {
          _splitIntoSections: (file, html) => [
            ...searchable(relative(resolve(root, "pages"), file), html),
          ],
          searchOptions: {
            boost: { title: 6, titles: 1, text: 1 },
            prefix: true,
            fuzzy: 0.2,
          },
        },
      },
    },
    outline: { level: [2, 3] },
    nav: [
      { text: "Handbook", link: "/getting-started/" },
      { text: "Reference", link: "/reference/" },
      { text: "Touch a Jacobian", link: "/demo/index.html", target: "_self" },
    ],
    sidebar: {
      ...referenceSidebars(resolve(root, "pages/reference")),
      "/": handbook,
    },
    notFound: {
      title: "Nothing is here",
      quote: "The address leads to no page. The search at the top looks through all of them.",
      linkText: "To the first page",
    },
    docFooter: { prev: "Before", next: "Next" },
    externalLinkIcon: true,
  },
  // The pictures are views of the demo: one site, so that nothing comes from elsewhere.
  buildEnd: ({ outDir }) => {
    cpSync(resolve(root, "../demo/dist"), resolve(outDir, "demo"), { recursive: true });
  },
});
