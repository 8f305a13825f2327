import { det, determinant, exp, matrix, mul, cos, sin, type Scalars } from "jacobian";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shown } from "../src/ui/numbers.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const said = (page: Page) => page.getByTestId("determinant");

const type = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Formulas" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
};

const spiral = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))];

test("what is typed is differentiated, and the page says the determinant that the packages compute", async () => {
  await visit("#at=0.4,1", async ({ page }) => {
    await page.getByLabel("Variables").fill("x, y");
    await type(page, "exp(x)*cos(y); exp(x)*sin(y)");
    await said(page)
      .getByText(shown(determinant(spiral)([0.4, 1])), { exact: true })
      .waitFor();
  });
});

test("the error falls with the second power where the map bends, and is none where it is linear", async () => {
  await visit("", async ({ page }) => {
    const error = page.getByTestId("error");
    await error.getByText(/power (1\.9|2\.0)/u).waitFor();
    await page.getByRole("combobox", { name: "Map" }).selectOption("Shear");
    await error.getByText("exact here").waitFor();
  });
});

test("a point that is dragged, or moved by the arrows, moves the picture", async () => {
  await visit("", async ({ page }) => {
    await said(page).getByText("2", { exact: true }).waitFor();
    const point = page.locator(".mafs-movable-point").first();
    const box = (await point.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2 - 20, { steps: 5 });
    await page.mouse.up();
    const r = Number(await page.getByLabel("r", { exact: true }).inputValue());
    expect(r).toBeGreaterThan(2.3);
    expect(await said(page).locator("strong").textContent()).toBe(shown(r));
    await point.focus();
    await page.keyboard.press("ArrowLeft");
    await expect
      .poll(async () => Number(await page.getByLabel("r", { exact: true }).inputValue()))
      .toBeLessThan(r);
  });
});

test("a link brings back formula, point and side", async () => {
  await visit("#f=x%2By%3B+y&vars=x%2C+y&at=1%2C1&side=0.25&field=0", async ({ page }) => {
    expect(await page.getByLabel("Colour the plane").isChecked()).toBe(false);
    const shear = det(
      matrix([
        [1, 1],
        [0, 1],
      ]),
    );
    await said(page).getByText(shown(shear), { exact: true }).waitFor();
    await page.getByLabel("Colour the plane").check();
    await page.waitForFunction(() => !location.hash.includes("field="));
  });
});

test("a mistake is told at its place, and the picture stays", async () => {
  await visit("", async ({ page }) => {
    await said(page).waitFor();
    await type(page, "r*cos(t; r*sin(t)");
    await page
      .getByText(/expected .*got/u)
      .first()
      .waitFor();
    await page.locator(".cm-lintRange-error").waitFor();
    expect(await said(page).isVisible()).toBe(true);
  });
});

test("a point without a value says so and keeps the last picture", async () => {
  await visit("#f=log(x)%3B+y&vars=x%2C+y&at=1%2C1", async ({ page }) => {
    await said(page).waitFor();
    await page.getByLabel("x", { exact: true }).fill("-1");
    await page.getByText("no finite value").waitFor();
    expect(await said(page).isVisible()).toBe(true);
  });
});

test("a formula without end does not freeze the page", async () => {
  await visit("", async ({ page }) => {
    await said(page).waitFor();
    await type(page, Array.from({ length: 20_000 }, (_, k) => `sin(r*${k} + t)`).join(" + "));
    await page.getByText(/operations|longer than/u).waitFor();
    await page.getByLabel("r", { exact: true }).fill("3");
    await said(page).getByText("3", { exact: true }).waitFor();
  });
});
