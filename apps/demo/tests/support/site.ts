import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, join } from "@tooling/browser/chromium";
import { complaintsOf } from "@tooling/browser/site";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";

const pictures = resolve(import.meta.dirname, "../../reports/screenshots");

/** A page of the site that must not complain, and a picture of it to look at. */
export interface Visit {
  readonly page: Page;
  readonly picture: (name: string) => Promise<void>;
}

/** The built site in a browser, for the tests of one file. */
export const useSite = () => {
  const address = inject("address");
  let browser: Browser | undefined;
  /** By their options: what a page has loaded and compiled the next one need not load again. */
  const contexts = new Map<string, BrowserContext>();
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    browser = await join(inject("browser"));
  });
  afterAll(async () => {
    for (const context of contexts.values()) await context.close();
    await browser?.close();
  });
  const contextFor = async (options: BrowserContextOptions): Promise<BrowserContext> => {
    const key = JSON.stringify(options);
    const context =
      contexts.get(key) ??
      (await browser!.newContext({ viewport: { width: 1280, height: 900 }, ...options }));
    contexts.set(key, context);
    return context;
  };
  /** Opens an address, and when it is done looks whether the page has complained, but of what was made to fail. */
  return async (
    hash: string,
    look: (visit: Visit) => Promise<void>,
    options: BrowserContextOptions = {},
    provoked?: RegExp,
  ): Promise<void> => {
    const page = await (await contextFor(options)).newPage();
    try {
      const complaints = complaintsOf(page, address);
      await page.goto(address + hash);
      await page.locator("main h2").waitFor();
      await look({
        page,
        picture: async (name) => {
          await page.screenshot({ path: resolve(pictures, `${name}.png`), fullPage: true });
        },
      });
      expect(complaints.filter((complaint) => !provoked?.test(complaint))).toEqual([]);
    } finally {
      await page.close();
    }
  };
};
