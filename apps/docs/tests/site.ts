import { resolve } from "node:path";
import { violationsOn } from "@tooling/browser/axe";
import { complaintsOf, open, type Site } from "@tooling/browser/site";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What axe finds on the page itself; the pictures are pages of the demo, which has tests of its own. */
export const violationsOf = (page: Page): Promise<readonly string[]> =>
  violationsOn(page, { iframes: false });

/** How a reader sees the handbook. */
export interface View {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

/**
 * The built handbook in a browser, for the tests of one file. What has been loaded once is there for all
 * that look in the same way, as it is for a reader.
 */
export const useHandbook = () => {
  let site: Site | undefined;
  const contexts = new Map<string, Promise<BrowserContext>>();
  beforeAll(async () => {
    site = await open(root, ".vitepress/dist");
  }, 120_000);
  afterAll(() => site?.close());
  const contextFor = ({ width, colorScheme }: View): Promise<BrowserContext> => {
    const key = `${width} ${colorScheme}`;
    const viewport = { width, height: 900 };
    const context = contexts.get(key) ?? site!.browser.newContext({ viewport, colorScheme });
    contexts.set(key, context);
    return context;
  };
  /** Opens a page, and when it is done looks whether it has complained. */
  return async (
    path: string,
    look: (page: Page) => Promise<void>,
    view: View = { width: 1280, colorScheme: "light" },
  ): Promise<void> => {
    const { address } = site!;
    const context = await contextFor(view);
    const page = await context.newPage();
    try {
      const complaints = complaintsOf(page, address);
      await page.goto(address + path);
      // The switch of colours has its name when the page's program is at work.
      await page.locator(".VPSwitchAppearance[title]:not([title=''])").first().waitFor({
        state: "attached",
      });
      await look(page);
      expect(complaints).toEqual([]);
    } finally {
      await page.close();
    }
  };
};
