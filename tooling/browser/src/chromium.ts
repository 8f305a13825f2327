import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserServer } from "playwright-core";

export type { Browser };

/** Where Debian puts it; another place is told by CHROMIUM. */
export const executable = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** Nothing of it may look for a network. */
export const flags: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

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

const options = () => ({ args: [...flags], executablePath: chromiumPath() });

/** Starts it. */
export const launch = (): Promise<Browser> => chromium.launch(options());

/** Starts it for other processes too, which join it by its address. */
export const launchShared = (): Promise<BrowserServer> => chromium.launchServer(options());

/** Joins a browser that another process has started. */
export const join = (address: string): Promise<Browser> => chromium.connect(address);
