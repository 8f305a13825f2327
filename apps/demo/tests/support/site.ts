import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { complaintsOf, open, type Site } from "./browser.ts";

const root = resolve(import.meta.dirname, "../..");
const pictures = resolve(root, "reports/screenshots");

/** A page of the site that must not complain, and a picture of it to look at. */
export interface Visit {
  readonly page: Page;
  readonly picture: (name: string) => Promise<void>;
}

/** The built site in a browser, for the tests of one file. */
export const useSite = () => {
  let site: Site | undefined;
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    site = await open(root);
  });
  afterAll(async () => {
    await site?.close();
  });
  /** Opens an address, and when it is done looks whether the page has complained. */
  return async (
    hash: string,
    look: (visit: Visit) => Promise<void>,
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
      await page.goto(address + hash);
      await page.locator("main h2").waitFor();
      await look({
        page,
        picture: async (name) => {
          await page.screenshot({ path: resolve(pictures, `${name}.png`), fullPage: true });
        },
      });
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  };
};
