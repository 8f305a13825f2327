import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf } from "@tooling/browser/address";
import { executable, flags } from "@tooling/browser/chromium";
import { build, defaultClientConditions } from "vite";
import { root } from "./run.ts";

/** What the page reports, as tooling/agreement/src/portable.ts does. */
export interface Report {
  readonly passed: number;
  readonly wrong: readonly string[];
  readonly makesCode: boolean;
}

/** Where Debian puts the browsers, and how each is started with a profile of its own. */
const browsers = {
  chromium: {
    path: executable,
    args: (profile: string) => [...flags, `--user-data-dir=${profile}`],
  },
  firefox: {
    path: "/usr/bin/firefox-esr",
    args: (profile: string) => ["--headless", "--no-remote", "--profile", profile],
  },
} as const;

export type Browser = keyof typeof browsers;

export const isInstalled = (browser: Browser): boolean => existsSync(browsers[browser].path);

/** The suite in one file that a page can load. */
export async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "portable-"));
  await build({
    root: join(root, "tooling/agreement"),
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["@jacobian/source", ...defaultClientConditions] },
    build: {
      lib: { entry: "src/portable.ts", formats: ["es"], fileName: () => "portable.js" },
      outDir: folder,
      target: "es2023",
    },
  });
  const text = readFileSync(join(folder, "portable.js"), "utf8");
  rmSync(folder, { recursive: true });
  return text;
}

/** A module of its own, since a strict policy allows none that stands in the page. */
const starter = `import { runPortable } from "./portable.js";
const report = (body) => fetch("/report", { method: "POST", body: JSON.stringify(body) });
try { await report(runPortable()); }
catch (error) { await report({ passed: 0, wrong: [String(error)], makesCode: false }); }`;

const page = '<!doctype html><script type="module" src="/start.js"></script>';

/** Runs the suite in a browser, on a page whose policy allows no code made of text; fails after two minutes. */
export async function runIn(browser: Browser, script: string): Promise<Report> {
  const profile = mkdtempSync(join(tmpdir(), `${browser}-`));
  const files = new Map([
    ["/", ["text/html", page]],
    ["/start.js", ["text/javascript", starter]],
    ["/portable.js", ["text/javascript", script]],
  ]);
  let told: (report: Report) => void = () => undefined;
  const report = new Promise<Report>((resolve) => (told = resolve));
  const server = createServer((request, response) => {
    const [type = "text/plain", body = ""] = files.get(request.url ?? "") ?? [];
    response.setHeader("Content-Type", `${type}; charset=utf-8`);
    response.setHeader("Content-Security-Policy", "default-src 'self'");
    response.end(body);
    if (request.method !== "POST") return;
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      told(JSON.parse(text) as Report);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { path, args } = browsers[browser];
  // Asked to end, a browser also ends its helpers, which write into the profile until then.
  const child = spawn(path, [...args(profile), addressOf(server)], { stdio: "ignore" });
  const late = new Promise<Report>((resolve) =>
    setTimeout(resolve, 120_000, {
      passed: 0,
      wrong: ["no report in time"],
      makesCode: false,
    }).unref(),
  );
  const result = await Promise.race([report, late]);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const deaf = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(deaf);
  server.closeAllConnections();
  server.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return result;
}
