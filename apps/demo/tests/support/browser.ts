import { type Browser, type BrowserServer, chromium, type Page } from "playwright-core";
import { launchOptions } from "@tooling/browser/chromium";
import { preview, type PreviewServer } from "vite";

const addressOf = ({ httpServer }: PreviewServer): string => {
  const address = httpServer.address();
  if (address === null || typeof address === "string") {
    throw new Error("preview: expected a port, got none");
  }
  return `http://127.0.0.1:${address.port}/`;
};

export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The built page on a free port of this machine. */
export const serve = async (root: string): Promise<Served> => {
  const server = await preview({
    root,
    preview: { port: 0, strictPort: false },
    logLevel: "error",
  });
  return { address: addressOf(server), close: () => server.close() };
};

const launching = launchOptions();

/** A browser that other processes can use too, by its address. */
export const launchShared = (): Promise<BrowserServer> => chromium.launchServer(launching);

export interface Site extends Served {
  readonly browser: Browser;
}

/** The built page and a browser to look at it. */
export const open = async (root: string): Promise<Site> => {
  const { address, close } = await serve(root);
  const browser = await chromium.launch(launching);
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
