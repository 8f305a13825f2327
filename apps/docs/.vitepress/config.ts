import { cpSync } from "node:fs";
import { resolve } from "node:path";
import type MarkdownIt from "markdown-it";
import { defineConfig } from "vitepress";
import { parts } from "../src/handbook/chapters.ts";
import { citations } from "../src/markdown/citation.ts";
import { lineEnds } from "../src/markdown/line-end.ts";
import { mathematics } from "../src/markdown/mathematics.ts";
import { runnables } from "../src/markdown/runnable.ts";
import { statements } from "../src/markdown/statement.ts";
import { referenceSidebar } from "../src/reference/sidebar.ts";

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
    search: { provider: "local" },
    outline: { level: [2, 3] },
    nav: [
      { text: "Handbook", link: "/getting-started/" },
      { text: "Reference", link: "/reference/" },
      { text: "Touch a Jacobian", link: "/demo/index.html", target: "_self" },
    ],
    sidebar: {
      "/reference/": referenceSidebar(resolve(root, "pages/reference")),
      "/": handbook,
    },
    docFooter: { prev: "Before", next: "Next" },
    externalLinkIcon: true,
  },
  // The pictures are views of the demo: one site, so that nothing comes from elsewhere.
  buildEnd: ({ outDir }) => {
    cpSync(resolve(root, "../demo/dist"), resolve(outDir, "demo"), { recursive: true });
  },
});
