import { violationsOn } from "@tooling/browser/axe";
import { overflowOf } from "@tooling/browser/site";
import { expect, test } from "vitest";
import { viewNames } from "../src/app/state.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const settled = "main figure svg, main [data-testid]";

test.each(viewNames)(
  "%s can be used by everybody, light and dark, small and large",
  async (view) => {
    await visit(`#view=${view}`, async ({ page, picture }) => {
      await page.locator(settled).first().waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await picture(`${view}-light`);
      await page.emulateMedia({ colorScheme: "dark" });
      // The same elements in other colours.
      expect(await violationsOn(page, { rules: ["color-contrast"] })).toEqual([]);
      await picture(`${view}-dark`);
      for (const width of [360, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0);
        await picture(`${view}-${width}`);
      }
    });
  },
);

test("the views are reached by keyboard, and a link brings back what was shared", async () => {
  await visit("", async ({ page }) => {
    await page.getByRole("link", { name: "Matrix" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Matrix", level: 2 }).waitFor();
    await page.waitForFunction(() => location.hash.includes("view=matrix"));
    await page.reload();
    await page.getByRole("heading", { name: "Matrix", level: 2 }).waitFor();
  });
});

test("the policy lets no code be made of text", async () => {
  await visit("", async ({ page }) => {
    const policy = await page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute("content");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-eval");
  });
});
