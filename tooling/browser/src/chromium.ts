import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

export type { Browser };

/** Where Debian puts it; another place is told by CHROMIUM. */
const executable = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Nothing of it may look for a network. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface Site {
  readonly browser: Browser;
  readonly address: string;
  readonly close: () => Promise<void>;
}

const isRoot = process.getuid?.() === 0;

const install = (): void => {
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing chromium ...");
  spawnSync("apt-get", ["update"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "chromium"], { stdio: "ignore" });
};

/**
 * The browser of this machine, installed where that is possible.
 * @throws Error where there is none: pages that nobody looked at have not been tested.
 */
export const chromiumPath = (): string => {
  if (!existsSync(executable)) install();
  if (existsSync(executable)) return executable;
  throw new Error(
    `browser: expected Chromium at ${executable}, got none; install it, or set CHROMIUM to where it is`,
  );
};

/** How it is started here. */
export const launchOptions = () => ({ args: flags, executablePath: chromiumPath() });

/** Starts it. */
export const openBrowser = (): Promise<Browser> => chromium.launch(launchOptions());
