import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { complaintsOf, open, type Site } from "@tooling/browser";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const root = resolve(import.meta.dirname, "..");

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on the page itself; the pictures are pages of the demo, which has tests of its own. */
export const violationsOf = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document, { iframes: false }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
  );
};

/** How many pixels of the page lie beyond its right edge. */
export const overflowOf = (page: Page): Promise<unknown> =>
  page.evaluate("document.documentElement.scrollWidth - innerWidth");

/** The built handbook in a browser, for the tests of one file. */
export const useHandbook = () => {
  let site: Site | undefined;
  beforeAll(async () => {
    site = await open(root, ".vitepress/dist");
  }, 120_000);
  afterAll(() => site?.close());
  /** Opens a page, and when it is done looks whether it has complained. */
  return async (
    path: string,
    look: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> => {
    const { browser, address } = site!;
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    try {
      const page = await context.newPage();
      const complaints = complaintsOf(page, address);
      await page.goto(address + path);
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
};
