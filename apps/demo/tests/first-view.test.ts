import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright-core";
import { expect, test } from "vitest";
import { viewNames } from "../src/app/state.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const isCode = (response: Response): boolean => /\.(?:js|css)$/u.test(response.url());

/** What a page loads again, from the first byte on; `useSite` fails if anything is asked of another machine. */
const loadedBy = async (page: Page): Promise<readonly Response[]> => {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.reload();
  await page.getByTestId("determinant").waitFor();
  return responses;
};

test("the first view needs less than 400 kB of code, and its fonts are its own", async () => {
  await visit("", async ({ page }) => {
    const responses = await loadedBy(page);
    const addresses = new Set(responses.filter(isCode).map((each) => each.url()));
    const sizes = await Promise.all(
      // As a server that compresses sends them.
      [...addresses].map(
        async (each) => gzipSync(await (await page.request.get(each)).body()).length,
      ),
    );
    expect(sizes.length).toBeGreaterThanOrEqual(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
    const fontsOf = () => responses.filter((each) => each.url().endsWith(".woff2"));
    await expect.poll(() => fontsOf().length).toBeGreaterThan(0);
    const fonts = fontsOf();
    for (const font of fonts) expect(new URL(font.url()).origin).toBe(new URL(page.url()).origin);
  });
});

test("the page says what it is, in which language, and fits the screen", async () => {
  await visit("", async ({ page }) => {
    expect(await page.title()).toBe("Map · The Jacobian you can touch");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    const contentOf = (name: string) =>
      page.locator(`meta[name="${name}"]`).getAttribute("content");
    expect(await contentOf("description")).toMatch(/^.{50,160}$/u);
    expect(await contentOf("viewport")).toBe("width=device-width, initial-scale=1");
  });
});

test("nothing of note moves while the first view is loaded", async () => {
  await visit("", async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        // The types of a page know nothing of layout shifts yet.
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          shifts.push(entry.value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await loadedBy(page);
    await page.locator(".tex .katex").first().waitFor();
    const shift = await page.evaluate(() => {
      // Put there above.
      const { shifts } = globalThis as unknown as { shifts: readonly number[] };
      return shifts.reduce((sum, each) => sum + each, 0);
    });
    // What Lighthouse calls good.
    expect(shift).toBeLessThan(0.1);
  });
});

test.each(viewNames)(
  "%s: whatever is pressed is at least 24 pixels high and wide",
  async (view) => {
    await visit(
      `#view=${view}`,
      async ({ page }) => {
        await page.locator("main figure svg").first().waitFor();
        const small = await page.locator("a, button, select, input").evaluateAll((elements) =>
          elements
            .map((element) => element.closest("label") ?? element)
            .filter((element) => element.getClientRects().length > 0)
            .map((element) => [element.textContent, element.getBoundingClientRect()] as const)
            .filter(([, { width, height }]) => Math.min(width, height) < 24)
            .map(([text, { width, height }]) => `${text}: ${width}×${height}`),
        );
        expect(small).toEqual([]);
      },
      { viewport: { width: 360, height: 740 } },
    );
  },
);

test("while a worker is slow to come, the page says so and can be used", async () => {
  await visit("", async ({ page }) => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/compiler\.worker/u, async (route) => {
      await released;
      await route.continue();
    });
    await page.reload();
    await page.getByText("Reading the map").waitFor();
    await page.getByRole("combobox", { name: "Map" }).selectOption("Shear");
    await page.getByRole("link", { name: "Kinks" }).click();
    await page.getByTestId("set").waitFor();
    release();
    await page.getByRole("link", { name: "Map" }).click();
    await page.getByTestId("determinant").getByText("1", { exact: true }).waitFor();
  });
});
