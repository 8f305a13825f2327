import { resolve } from "node:path";
import { violationsOn } from "@tooling/browser/axe";
import { complaintsOf, open, type Site } from "@tooling/browser/site";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What axe finds on the page itself; the pictures are pages of the demo, which has tests of its own. */
export const violationsOf = (page: Page): Promise<readonly string[]> =>
  violationsOn(page, { iframes: false });

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
