import type { Browser, Page } from "playwright-core";
import { preview } from "vite";
import { addressOf } from "./address.ts";
import { launch } from "./chromium.ts";

/** A built site that can be asked for. */
export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A built site, and a browser to look at it. */
export interface Site extends Served {
  readonly browser: Browser;
}

/**
 * A built site on a free port of this machine.
 *
 * @param root the app's folder
 * @param outDir where its build is, from there
 */
export const serve = async (root: string, outDir = "dist"): Promise<Served> => {
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { host: "127.0.0.1", port: 0, strictPort: false },
    logLevel: "error",
  });
  return { address: addressOf(server.httpServer), close: () => server.close() };
};

/** The same, and a browser of its own. */
export const open = async (root: string, outDir?: string): Promise<Site> => {
  const { address, close } = await serve(root, outDir);
  const browser = await launch();
  return {
    browser,
    address,
    close: async () => {
      await browser.close();
      await close();
    },
  };
};

/** What a page complains of, and what it asks other machines for: both must stay empty. */
export const complaintsOf = (page: Page, address: string): readonly string[] => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/u.test(url))
      complaints.push(`asked for ${url}`);
  });
  return complaints;
};

/** How many pixels of a page lie beyond its right edge, where only a bar would lead. */
export const overflowOf = (page: Page): Promise<number> =>
  // A text, since what is compiled here knows nothing of pages.
  page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
