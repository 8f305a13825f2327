import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { useSite } from "./support/site.ts";

const visit = useSite();

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** A finger goes down in the middle of something, moves, and is lifted. */
const swipe = async (page: Page, on: Locator, dx: number, dy: number): Promise<void> => {
  const { x, y, width, height } = (await on.boundingBox())!;
  const client = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", share: number) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        type === "touchEnd"
          ? []
          : [{ x: x + width / 2 + share * dx, y: y + height / 2 + share * dy }],
    });
  await touch("touchStart", 0);
  for (const share of [0.2, 0.4, 0.6, 0.8, 1]) await touch("touchMove", share);
  await touch("touchEnd", 1);
  await client.detach();
};

const scrolled = (page: Page) => page.evaluate(() => scrollY);

/** Brings something to the middle of the screen, once nothing moves any more. */
const center = async (on: Locator): Promise<void> => {
  const placed = () =>
    on.evaluate((element) => {
      element.scrollIntoView({ block: "center" });
      return element.getBoundingClientRect().top;
    });
  let before = NaN;
  await expect
    .poll(async () => {
      const [last, now] = [before, await placed()];
      before = now;
      return now - last;
    })
    .toBe(0);
};

/** Each thing that can be dragged, by its place among those of the view, and the first of the fields that follow it. */
const draggable = [
  ["map", 0, "r"],
  ["matrix", 0, "r"],
  ["directions", 0, "r"],
  ["directions", 1, "dr"],
  ["directions", 2, "w1"],
  ["chain", 0, "r"],
  ["inverse", 0, "r"],
  ["inverse", 1, "y₁"],
  ["change", 0, "r"],
  ["kinks", 0, "x"],
  ["kinks", 1, "start x"],
] as const;

test.each(draggable)(
  "%s: a finger takes point %d with it, and does not scroll the page",
  async (view, place, name) => {
    await visit(
      `#view=${view}`,
      async ({ page }) => {
        const point = page.locator(".mafs-movable-point").nth(place);
        await point.waitFor();
        const field = page.getByLabel(name, { exact: true }).first();
        const before = Number(await field.inputValue());
        await center(point);
        const top = await scrolled(page);
        await swipe(page, point, 45, 40);
        await expect.poll(async () => Number(await field.inputValue())).toBeGreaterThan(before);
        // Neither by the finger, nor after what has moved in the picture.
        expect(await scrolled(page)).toBe(top);
      },
      phone,
    );
  },
);

test("a finger on a plane, beside the point, scrolls the page", async () => {
  await visit(
    "#view=kinks",
    async ({ page }) => {
      const plane = page.locator(".MafsView").nth(1);
      await plane.waitFor();
      await center(plane);
      const top = await scrolled(page);
      await swipe(page, plane, 0, -150);
      await expect.poll(() => scrolled(page)).toBeGreaterThan(top + 50);
    },
    phone,
  );
});
