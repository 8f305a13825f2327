import { resolve } from "node:path";
import { launchShared } from "@tooling/browser/chromium";
import { serve } from "@tooling/browser/site";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the built page is. */
    readonly address: string;
    /** Where the browser listens. */
    readonly browser: string;
  }
}

const opened: (() => Promise<void>)[] = [];

/** One browser and one server for the tests of all files: each takes longer to start than most tests. */
export const setup = async ({ provide }: TestProject): Promise<void> => {
  const site = await serve(resolve(import.meta.dirname, "../.."));
  const browser = await launchShared();
  opened.push(() => browser.close(), site.close);
  provide("address", site.address);
  provide("browser", browser.wsEndpoint());
};

export const teardown = async (): Promise<void> => {
  for (const close of opened) await close();
};
