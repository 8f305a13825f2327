import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { addressOf } from "@tooling/browser/address";
import { launch, type Browser } from "@tooling/browser/chromium";
import { judge } from "./answers.ts";

/** Nothing but scripts of this machine, and no code made of text. */
const policy = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'";

/** Serves, at any path that names a file of `scripts`, a page that runs it. */
const serve = (scripts: ReadonlyMap<string, string>): Server =>
  createServer(({ url = "" }, response) => {
    const file = scripts.get(url.replace(/\.js$/, ""));
    const type = url.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(file === undefined ? 404 : 200, {
      "content-type": `${type}; charset=utf-8`,
      "content-security-policy": policy,
    });
    if (file === undefined) response.end();
    else if (url.endsWith(".js")) response.end(readFileSync(file));
    else {
      response.end(`<!doctype html><body><script type="module" src="${url}.js"></script>`);
    }
  });

/** A browser, and pages of this machine for it. */
export type Pages = {
  /** Runs a bundle in a page of its own, and returns what the page says, once it complains of nothing. */
  readonly run: (bundle: string, where: string) => Promise<number>;
  readonly version: string;
  readonly close: () => Promise<void>;
};

async function look(browser: Browser, url: string, where: string): Promise<number> {
  const page = await browser.newPage();
  try {
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(url, { waitUntil: "load" });
    const text = (await page.textContent("body")) ?? "";
    if (complaints.length > 0) {
      throw new Error(`${where}: expected a silent page, got ${complaints.join("; ")}`);
    }
    if (text === "") throw new Error(`${where}: expected answers, got an empty page`);
    return judge(JSON.parse(text), where);
  } finally {
    await page.close();
  }
}

/** Opens one browser, for pages with a strict policy on a free port of this machine. */
export async function openPages(): Promise<Pages> {
  const scripts = new Map<string, string>();
  const server = serve(scripts);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = addressOf(server);
  const browser = await launch();
  return {
    version: browser.version(),
    run(bundle, where) {
      const name = String(scripts.size);
      scripts.set(`/${name}`, bundle);
      return look(browser, address + name, where);
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
