import { det, determinant, exp, jacobian, matrix, mul, cos, sin, type Scalars } from "jacobian";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shown } from "../src/ui/numbers.ts";
import { colorOf } from "../src/views/map/determinant-picture.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const said = (page: Page) => page.getByTestId("determinant");

const type = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Formulas" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
};

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

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
    const point = page.getByRole("application", { name: "Point" });
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
    // Short to write, long to differentiate.
    await type(page, Array.from({ length: 1000 }, (_, k) => (k % 2 === 0 ? "r" : "t")).join("^"));
    await page.getByText(/written out|longer than/u).waitFor();
    await page.getByLabel("r", { exact: true }).fill("3");
    await said(page).getByText("3", { exact: true }).waitFor();
  });
});

test("a derivative that would take minutes to set does not freeze the page", async () => {
  await visit("", async ({ page }) => {
    await said(page).waitFor();
    await type(page, `${Array.from({ length: 60 }, (_, k) => `(sin(r*${k}) + t)`).join("*")}; t`);
    await page
      .getByText(/too long to show|longer than/u)
      .first()
      .waitFor({ state: "attached" });
    await page.getByLabel("r", { exact: true }).fill("3");
    await page.getByTestId("determinant").getByText("(3, 0.7)").waitFor();
  });
});

test("a formula that no link could carry is told, not lost with the link", async () => {
  await visit("", async ({ page }) => {
    await said(page).waitFor();
    await type(page, Array.from({ length: 20_000 }, (_, k) => `sin(r*${k} + t)`).join(" + "));
    await page.getByText(/letters; up to 4000 fit into a link/u).waitFor();
    await page.getByLabel("r", { exact: true }).fill("3");
    await said(page).getByText("3", { exact: true }).waitFor();
  });
});

test("at a kink J is not called the derivative of the map", async () => {
  await visit("#f=abs(x); y&vars=x,y&at=0,1", async ({ page }) => {
    await said(page).getByText("abs has a kink here").waitFor();
    await page.getByLabel("x", { exact: true }).fill("-1");
    await said(page).getByText("multiplies areas by 1 and turns it over").waitFor();
  });
});

test.each([
  ["x/1e5; y/1e5", "1,1", "multiplies areas by 1.00e−10"],
  ["x^3; y", "0,1", "no differentiable inverse here"],
  ["x*y; 3*x*y", "0.1,0.7", "the parallelogram collapses"],
])("whether %s collapses is a matter of its columns, not of its size", async (f, at, words) => {
  const hash = new URLSearchParams({ f, at, vars: "x, y" });
  await visit(`#${hash.toString()}`, async ({ page }) => {
    await page.getByTestId("determinant").getByText(words).waitFor();
  });
});

test("a map without a value at the first point has no picture, and says nothing of one", async () => {
  await visit("#f=log(x)%3B+y&vars=x%2C+y&at=-1%2C1", async ({ page }) => {
    const alert = page.getByRole("alert");
    await alert.waitFor();
    expect(await alert.textContent()).toBe("The map has no finite value or derivative at (−1, 1).");
  });
});

/** What assistive technology is told of the matrices: a cell each, in order. */
const entries = (page: Page) => page.getByTestId("jacobian").locator("mtd").allTextContents();

test("J stands there as formulas and as numbers, its columns in the colours of their arrows", async () => {
  await visit("#at=2,0.5", async ({ page }) => {
    await page.getByTestId("jacobian").locator("mtd").nth(7).waitFor({ state: "attached" });
    const numbers = [...jacobian(polar)([2, 0.5]).data].map((each) =>
      String(Number(each.toFixed(3))).replace("-", "−"),
    );
    expect((await entries(page)).slice(4)).toEqual(numbers);
    const arrows = page.locator(".MafsView").nth(1).locator("line");
    for (const [k, name] of ["first", "second"].entries()) {
      const arrow = await arrows.nth(k).evaluate((element) => getComputedStyle(element).stroke);
      const column = page.locator(`.katex-html .column-${name}`).first();
      expect(await column.evaluate((element) => getComputedStyle(element).color)).toBe(arrow);
    }
  });
});

test("the legend has the colours of the plane: none at 0, orange below, blue above", async () => {
  await visit("", async ({ page }) => {
    const stops = await page
      .getByTestId("legend")
      .locator(".legend-bar")
      .evaluate((bar) => getComputedStyle(bar).backgroundImage.match(/rgba?\([^)]*\)/gu) ?? []);
    const [below, zero, above] = [stops[0], stops[12]!, stops.at(-1)!];
    expect(stops).toHaveLength(25);
    expect(below).toContain(colorOf(-6).slice(0, 3).join(", "));
    expect(above).toContain(colorOf(6).slice(0, 3).join(", "));
    expect(zero).toMatch(/, 0\)$/u);
  });
});

test("the colours fade at the border of their picture", async () => {
  await visit("", async ({ page }) => {
    const opacities = await page.locator(".MafsView image").evaluate(async (image) => {
      const picture = new Image();
      picture.src = image.getAttribute("href")!;
      await picture.decode();
      const context = Object.assign(document.createElement("canvas"), {
        width: picture.width,
        height: picture.height,
      }).getContext("2d")!;
      context.drawImage(picture, 0, 0);
      // Along the middle row, where det J = r is largest at the right.
      const { data } = context.getImageData(0, 20, picture.width, 1);
      return Array.from({ length: picture.width }, (_, k) => data[4 * k + 3]!);
    });
    const inside = opacities.at(-6)!;
    expect(inside).toBeGreaterThan(100);
    expect(opacities.at(-1)).toBeLessThan(0.25 * inside);
    expect(opacities.at(-3)).toBeLessThan(inside);
  });
});
