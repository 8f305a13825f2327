import axe from "axe-core";
import { expect, test } from "vitest";
import { viewNames } from "../src/app/state.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const settled = "main figure svg, main [data-testid]";

test.each(viewNames.flatMap((view) => [[view, "light"] as const, [view, "dark"] as const]))(
  "%s can be used by everybody, %s",
  async (view, colorScheme) => {
    await visit(
      `#view=${view}`,
      async ({ page, picture }) => {
        await page.locator(settled).first().waitFor();
        await page.evaluate(axe.source);
        const violations = await page.evaluate(async () => {
          // Its source has just been run in the page, where it puts itself.
          const { axe: run } = globalThis as unknown as { axe: typeof axe };
          const { violations: found } = await run.run();
          return found.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) }));
        });
        await picture(`${view}-${colorScheme}`);
        expect(violations satisfies readonly Violation[]).toEqual([]);
      },
      { colorScheme },
    );
  },
);

test.each(viewNames.flatMap((view) => [[view, 360] as const, [view, 1920] as const]))(
  "%s fits into %d pixels",
  async (view, width) => {
    await visit(
      `#view=${view}`,
      async ({ page, picture }) => {
        await page.locator(settled).first().waitFor();
        const needed = await page.evaluate(() => document.documentElement.scrollWidth);
        await picture(`${view}-${width}`);
        expect(needed).toBeLessThanOrEqual(width);
      },
      { viewport: { width, height: 900 } },
    );
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
