import { violationsOn } from "@tooling/browser/axe";
import { overflowOf } from "@tooling/browser/site";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { viewNames } from "../src/app/state.ts";
import { useSite, type Visit } from "./support/site.ts";

const visit = useSite();

const settled = "main figure svg, main [data-testid]";

/** The numbers of axes that are cut at the edge of their picture, by more than a hair. */
const cutNumbers = (page: Page): Promise<readonly (string | null)[]> =>
  page.locator(".axis-numbers text[visibility=visible]").evaluateAll((numbers) =>
    numbers
      .filter((number) => {
        const [inner, outer] = [number, number.closest("svg")!].map((e) =>
          e.getBoundingClientRect(),
        );
        return (
          inner!.left < outer!.left - 1 ||
          inner!.right > outer!.right + 1 ||
          inner!.top < outer!.top - 1 ||
          inner!.bottom > outer!.bottom + 1
        );
      })
      .map(({ textContent }) => textContent),
  );

test.each(viewNames)(
  "%s can be used by everybody, light and dark, small and large",
  async (view) => {
    await visit(`#view=${view}`, async ({ page, picture }) => {
      await page.locator(settled).first().waitFor();
      expect(await violationsOn(page)).toEqual([]);
      // axe passes over what takes the focus within a picture.
      expect(await page.locator("main svg [tabindex]:not([aria-label])").count()).toBe(0);
      await picture(`${view}-light`);
      await page.emulateMedia({ colorScheme: "dark" });
      // The same elements in other colours.
      expect(await violationsOn(page, { rules: ["color-contrast"] })).toEqual([]);
      await picture(`${view}-dark`);
      for (const width of [360, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(() => overflowOf(page)).toBeLessThanOrEqual(0);
        await expect.poll(() => cutNumbers(page)).toEqual([]);
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

test.each(["view=map&f=exp(100*x); y&vars=x,y&at=1,1", "view=kinks&kinked=1e40*abs(x)&kinkAt=0,0"])(
  "numbers beyond single precision are no errors of a drawing: %s",
  async (hash) => {
    await visit(`#${hash}`, async ({ page }) => {
      await page.locator(settled).first().waitFor();
      await page.waitForTimeout(1000);
    });
  },
);

test("a view that fails says so, and takes nothing else with it", async () => {
  const broken = 'throw new Error("broken on purpose")';
  const look = async ({ page }: Visit): Promise<void> => {
    await page.route("**/assets/matrix-view-*.js", (route) =>
      route.fulfill({ contentType: "text/javascript", body: broken }),
    );
    await page.getByRole("link", { name: "Matrix" }).click();
    await page
      .getByRole("alert")
      .getByText("This view cannot be shown (broken on purpose)")
      .waitFor();
    await page.getByRole("link", { name: "Map" }).click();
    await page.getByText("det J =").first().waitFor();
    expect(await page.getByText("cannot be shown").count()).toBe(0);
  };
  // A context of its own: what others have loaded would be at hand.
  await visit("", look, { locale: "en-GB" }, /broken on purpose/u);
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
