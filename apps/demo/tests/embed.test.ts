import { overflowOf } from "@tooling/browser/site";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useSite } from "./support/site.ts";

const visit = useSite();

const figures = [
  ["map", 1],
  ["map", 2],
  ["matrix", 1],
  ["directions", 1],
  ["directions", 2],
  ["directions", 3],
  ["chain", 1],
  ["chain", 2],
  ["inverse", 1],
  ["inverse", 2],
  ["change", 1],
  ["change", 2],
  ["kinks", 1],
  ["kinks", 2],
] as const;

test("every part is a figure without the page around it, however wide", async () => {
  await visit("#embed=1", async ({ page, picture }) => {
    for (const [view, part] of figures) {
      // A new address takes effect without loading the page again.
      await page.goto(`${page.url().replace(/#.*$/u, "")}#view=${view}&embed=${part}`);
      await page
        .locator(`main[data-figure="${view}-${part}"] :is(.plane, .card)`)
        .first()
        .waitFor();
      for (const width of [800, 360]) {
        await page.setViewportSize({ width, height: 600 });
        await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0);
      }
      expect(await page.locator("header, nav").count()).toBe(0);
      await picture(`embed-${view}-${part}`);
    }
  });
});

const shade = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

test("a figure has the theme that its address says, else the system's, and follows a new address", async () => {
  await visit(
    "#embed=1&theme=light",
    async ({ page }) => {
      expect(await shade(page)).toBe("light");
      await page.evaluate(() => {
        location.hash = "#embed=1";
      });
      await expect.poll(() => shade(page)).toBe("dark");
      // What was chosen on a page of its own is not the handbook's choice.
      await page.evaluate(() => localStorage.setItem("theme", "light"));
      await page.reload();
      await page.locator("figure").first().waitFor();
      expect(await shade(page)).toBe("dark");
    },
    { colorScheme: "dark" },
  );
  await visit("#embed=1&theme=dark", async ({ page }) => {
    expect(await shade(page)).toBe("dark");
  });
});

test("a figure tells the page around it how high it is, and its way out leads to the same state", async () => {
  await visit("", async ({ page }) => {
    const address = page.url();
    const body = `<!doctype html><script>
      addEventListener("message", ({ data }) => {
        if (data.source === "jacobian-demo") document.querySelector("iframe").height = data.height;
      });
    </script><iframe src="./#embed=1&at=1.5,0.3" width="600" height="300"></iframe>`;
    await page.route("**/handbook", (route) => route.fulfill({ body, contentType: "text/html" }));
    await page.goto(new URL("handbook", address).href);
    const frame = page.frameLocator("iframe");
    const way = frame.getByRole("link", { name: "Open on a page of its own" });
    expect(await way.getAttribute("href")).toBe("#at=1.5%2C0.3");
    await expect
      .poll(async () => {
        const [inside, outside] = await Promise.all([
          frame.locator("main").boundingBox(),
          page.locator("iframe").boundingBox(),
        ]);
        // (A frame has a border of two pixels.)
        return Math.abs(outside!.height - 4 - inside!.height) <= 1 && inside!.height > 400;
      })
      .toBe(true);
  });
});
