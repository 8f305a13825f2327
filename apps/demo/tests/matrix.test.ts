import { cos, jacobian, mul, type Scalars, sin, singularValues } from "jacobian";
import { expect, test } from "vitest";
import { shown, shownPoint } from "../src/ui/numbers.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

test("the numbers are those of the packages", async () => {
  await visit("#view=matrix", async ({ page }) => {
    const J = jacobian(polar)([2, 0.7]);
    const cells = page.getByTestId("jacobian-numbers").locator("tbody td");
    await cells.first().waitFor();
    expect(await cells.allTextContents()).toEqual([...J.data].map(shown));
    await page
      .getByText(`Singular values: ${[...singularValues(J)].map(shown).join(", ")}`)
      .waitFor();
  });
});

test("a row is a gradient, a column a sensitivity, and the link keeps which", async () => {
  await visit("#view=matrix", async ({ page }) => {
    const row = page.getByRole("button", { name: "Row of output 2" }).first();
    await row.hover();
    await page.getByText("Row 2 is the gradient of output 2").waitFor();
    await page.mouse.move(0, 0);
    await page.getByText("Pick a row or a column").waitFor();
    await row.click();
    await page.mouse.move(0, 0);
    await page.getByText("Row 2 is the gradient of output 2").waitFor();
    await page.getByRole("button", { name: "Column of t" }).first().focus();
    await page.keyboard.press("Enter");
    await page.getByText("Column 2 is the sensitivity to t").waitFor();
    await page.waitForFunction(() => location.hash.includes("part=column1"));
  });
});

test.each([
  ["x^2 + y^2 + z", "x, y, z", "1×3: a scalar function"],
  ["cos(t); sin(t); t", "t", "3×1: a curve"],
  ["u*cos(v); u*sin(v); u", "u, v", "√det(JᵀJ) = 2.8284"],
  ["x + y + z; x*y", "x, y, z", "2×3: wide"],
])("%s has its special shape explained", async (f, vars, text) => {
  const hash = new URLSearchParams({ view: "matrix", f, vars, at: "2,1" }).toString();
  await visit(`#${hash}`, async ({ page, picture }) => {
    await page.getByTestId("shape").getByText(text).waitFor();
    await picture(`matrix-${vars.replaceAll(/\W+/gu, "")}`);
  });
});

test.each([
  ["sin(t)", ([t]: Scalars<1>) => [sin(t)]],
  ["2*cos(t); sin(t)", ([t]: Scalars<1>) => [mul(2, cos(t)), sin(t)]],
  ["cos(t); sin(t); t", ([t]: Scalars<1>) => [cos(t), sin(t), t]],
] as const)("%s: a curve has its velocity, and the point is moved along it", async (text, f) => {
  const hash = new URLSearchParams({ view: "matrix", f: text, vars: "t", at: "0.5" }).toString();
  await visit(`#${hash}`, async ({ page, picture }) => {
    const said = (t: number) =>
      `it is at ${shownPoint(f([t]).map(Number))}, and its velocity is ${shownPoint([...jacobian(f)([t]).data])}.`;
    await page.getByText(said(0.5)).waitFor({ state: "attached" });
    await picture(`matrix-curve-${f([0]).length}`);
    const point = page.locator(".mafs-movable-point");
    await point.focus();
    await page.keyboard.press("ArrowUp");
    const field = page.getByLabel("t", { exact: true });
    await expect.poll(() => field.inputValue()).not.toBe("0.5");
    const moved = Number(await field.inputValue());
    expect(Math.abs(moved - 0.5)).toBeLessThan(0.5);
    // Upwards, where the sine of all three grows.
    expect(moved).toBeGreaterThan(0.5);
  });
});

test("a surface has its tangents", async () => {
  const f = ([u, v]: Scalars<2>) => [mul(u, cos(v)), mul(u, sin(v)), u];
  const hash = new URLSearchParams({
    view: "matrix",
    f: "u*cos(v); u*sin(v); u",
    vars: "u, v",
    at: "2,1",
  });
  await visit(`#${hash.toString()}`, async ({ page }) => {
    const { data } = jacobian(f)([2, 1]);
    const columns = [0, 1].map((k) => shownPoint([data[k]!, data[2 + k]!, data[4 + k]!]));
    await page
      .getByText(`the columns ${columns.join(" and ")} span`)
      .waitFor({ state: "attached" });
    expect(await page.locator(".MafsView").count()).toBe(2);
  });
});

test("the Jacobian is copied for other programs", async () => {
  await visit("#view=matrix", async ({ page }) => {
    for (const [language, piece] of [
      ["LaTeX", "\\begin{pmatrix}"],
      ["JavaScript", "Math.cos(t)"],
      ["Python", "np.cos(t)"],
    ]) {
      await page.getByRole("button", { name: `Copy as ${language!}` }).click();
      expect(await page.getByTestId("code").textContent()).toContain(piece);
    }
  });
});

test("formulas and numbers stand side by side where there is room, and below each other on a phone", async () => {
  await visit("#view=matrix", async ({ page }) => {
    const topOf = async (entries: string) =>
      (await page.getByTestId(`jacobian-${entries}`).boundingBox())!.y;
    await page.getByTestId("jacobian-numbers").waitFor();
    expect(await topOf("numbers")).toBe(await topOf("formulas"));
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await topOf("numbers")).toBeGreaterThan(await topOf("formulas"));
  });
});

test("a negative determinant multiplies volumes by its size, and turns them over", async () => {
  await visit("#view=matrix&f=-2*x%3B+y&vars=x%2C+y", async ({ page }) => {
    const shape = page.getByTestId("shape");
    await shape.getByText("−2. Its size is the factor by which J multiplies volumes;").waitFor();
    expect(await shape.textContent()).toContain("turns them over");
    await page.getByRole("combobox", { name: "Map" }).selectOption({ label: "Shear" });
    await shape.getByText("J multiplies volumes.").waitFor();
  });
});
