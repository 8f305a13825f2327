import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const dist = resolve(import.meta.dirname, "../.vitepress/dist");

/** The pages as they were built, by their addresses, without those of the demo. */
const pages: ReadonlyMap<string, string> = new Map(
  readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html") && !file.startsWith("demo/"))
    .map((file) => [`/${file}`, readFileSync(join(dist, file), "utf8")]),
);

const found = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, text]) => decodeURIComponent(text!.replaceAll("&amp;", "&")));

const ids = new Map(
  [...pages].map(([address, html]) => [address, new Set(found(html, / id="([^"]+)"/gu))]),
);

/** Links to pages of this site, with the page and the place on it to which they lead. */
const linksOf = (address: string, html: string) =>
  found(html, /<a [^>]*?href="([^"]*)"/gu)
    .filter((link) => !/^(?:[a-z]+:|\/demo\/)/u.test(link))
    .map((link) => {
      const { pathname, hash } = new URL(link, `http://here${address}`);
      const target = decodeURIComponent(pathname).replace(/\/$/u, "/index.html");
      return { link, target, place: decodeURIComponent(hash.slice(1)) };
    });

test("each link leads to a page, and to a place that is on it", () => {
  const broken = [...pages].flatMap(([address, html]) =>
    linksOf(address, html).flatMap(({ link, target, place }) =>
      ids.get(target) && (place === "" || ids.get(target)!.has(place))
        ? []
        : [`${address}: ${link}`],
    ),
  );
  expect(broken).toEqual([]);
});

test("there are places to lead to, in the handbook and in the reference", () => {
  const toPlaces = [...pages].flatMap(([address, html]) =>
    linksOf(address, html).filter(({ target, place }) => place !== "" && target !== address),
  );
  expect(toPlaces.some(({ target }) => target === "/references/index.html")).toBe(true);
  expect(toPlaces.some(({ target }) => target === "/errors/index.html")).toBe(true);
  expect(
    [...pages.keys()].filter((address) => address.startsWith("/reference/")).length,
  ).toBeGreaterThan(500);
});
