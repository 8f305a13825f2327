import { abs, add, clamp, gradient, max, mul, relu, type Scalars } from "jacobian";
import { type Conventions, withConventions } from "@jacobian/nonsmooth";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shown, shownPoint } from "../src/ui/numbers.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

/** What the row of the reader's own conventions takes. */
const taken = (page: Page) =>
  page.getByRole("row", { name: "Your own" }).locator("td").first().textContent();

test("each primitive can have a convention of one's own, which the link keeps", async () => {
  const f = ([x, y]: Scalars<2>) => add(add(relu(x), mul(2, abs(y))), mul(4, max(x, y)));
  const own = (conventions: Conventions) =>
    shownPoint(gradient(withConventions(conventions, f))([0, 0]));
  const hash = new URLSearchParams({ view: "kinks", kinked: "relu(x) + 2*abs(y) + 4*max(x, y)" });
  await visit(`#${hash.toString()}`, async ({ page, picture }) => {
    const group = page.getByRole("group", { name: "Your own" });
    await group.waitFor();
    expect(await group.getByRole("combobox").count()).toBe(3);
    await expect.poll(() => taken(page)).toBe(own({}));
    await group
      .getByRole("combobox", { name: "max" })
      .selectOption({ label: "first piece: (1, 0)" });
    await expect.poll(() => taken(page)).toBe(own({ max: "first" }));
    // What is chosen is drawn.
    expect(await page.getByRole("radio", { name: "Your own" }).isChecked()).toBe(true);
    await page.getByText(`Your own takes ${own({ max: "first" })}`).waitFor({ state: "attached" });
    // By the keys alone: the third option of abs.
    await group.getByRole("combobox", { name: "abs" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => taken(page)).toBe(own({ max: "first", abs: "last" }));
    await group.getByRole("combobox", { name: "relu" }).selectOption({ label: "a number" });
    await group.getByRole("spinbutton", { name: "relu" }).fill("0.25");
    const all = own({ max: "first", abs: "last", relu: 0.25 });
    await expect.poll(() => taken(page)).toBe(all);
    await picture("kinks-own");
    await page.waitForFunction(() => location.hash.includes("relu%3A0.25"));
    await page.reload();
    await expect.poll(() => taken(page)).toBe(all);
    await group.getByRole("combobox", { name: "max" }).selectOption({ label: "as Jacobian does" });
    await expect.poll(() => taken(page)).toBe(own({ abs: "last", relu: 0.25 }));
  });
});

test("only what has a choice is offered, and a slope outside of the set is told", async () => {
  const hash = new URLSearchParams({ view: "kinks", kinked: "clamp(x, 0, 1) + sign(x - 3)*x^2" });
  await visit(`#${hash.toString()}`, async ({ page }) => {
    const group = page.getByRole("group", { name: "Your own" });
    await group.getByRole("combobox", { name: "clamp" }).selectOption({ label: "a number" });
    expect(await group.getByRole("combobox").count()).toBe(1);
    await group.getByRole("spinbutton", { name: "clamp" }).fill("1.5");
    const f = ([x]: Scalars<1>) => clamp(x, 0, 1);
    const [slope] = gradient(withConventions({ clamp: 1.5 }, f))([0]);
    await expect.poll(() => taken(page)).toBe(shown(slope));
    const row = page.getByRole("row", { name: "Your own" });
    expect(await row.locator("td").nth(1).textContent()).toBe("no");
  });
});
