import type { Browser, Page } from "playwright-core";
import { openBrowser } from "./chromium.ts";
import { preview, type PreviewServer } from "vite";

export interface Site {
  readonly browser: Browser;
  readonly address: string;
  readonly close: () => Promise<void>;
}

const addressOf = ({ httpServer }: PreviewServer): string => {
  const address = httpServer.address();
  if (address === null || typeof address === "string") {
    throw new Error("preview: expected a port, got none");
  }
  return `http://127.0.0.1:${address.port}/`;
};

/**
 * A built site on a free port of this machine, and a browser to look at it.
 *
 * @param root the app's folder
 * @param outDir where its build is, from there
 */
export const open = async (root: string, outDir = "dist"): Promise<Site> => {
  const server = await preview({
    root,
    configFile: false,
    build: { outDir },
    preview: { port: 0, strictPort: false },
    logLevel: "error",
  });
  const browser = await openBrowser();
  return {
    browser,
    address: addressOf(server),
    close: async () => {
      await browser.close();
      await server.close();
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
