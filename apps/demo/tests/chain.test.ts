import { add, compose, cos, div, jacobian, mul, type Scalars, sin, square, sub } from "jacobian";
import { expect, test } from "vitest";
import { shownPoint } from "../src/ui/numbers.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const chain = compose(
  ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const,
  ([x, y]: Scalars<2>) => [sub(square(x), square(y)), mul(2, mul(x, y))] as const,
  ([x, y]: Scalars<2>) => [add(x, div(y, 2)), y] as const,
);

test("the product is the Jacobian of the composition", async () => {
  await visit("#view=chain", async ({ page, picture }) => {
    const product = page.getByRole("region", { name: "The chain rule" });
    await product.getByText(shownPoint(chain([1.2, 0.6]) as readonly number[])).waitFor();
    const tex = await product.locator("annotation").last().textContent();
    for (const entry of jacobian(chain)([1.2, 0.6]).data) {
      expect(tex).toContain(String(Number(entry.toFixed(3))));
    }
    await picture("chain");
  });
});

test("the cheapest order depends on the shapes", async () => {
  await visit("#view=chain", async ({ page, picture }) => {
    await page.getByRole("combobox", { name: "Chain" }).selectOption({ index: 2 });
    const counts = page.getByTestId("costs").locator("td");
    // 1×2·2×5·5×2: from the right 2·5·2 + 1·2·2, from the left 1·2·5 + 1·5·2.
    await expect.poll(() => counts.allTextContents()).toEqual(["24", "20", "20"]);
    await picture("chain-loss");
  });
});

test("a network shows diag(σ′), and maps that do not fit say so", async () => {
  await visit("#view=chain", async ({ page, picture }) => {
    await page.getByRole("combobox", { name: "Chain" }).selectOption({ index: 1 });
    await page.getByText("J_{2} = \\begin{pmatrix}").first().waitFor({ state: "attached" });
    await page.getByTestId("product").waitFor();
    await picture("chain-network");
    await page.getByRole("textbox", { name: "Formulas of map 2" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("a + b");
    await page.getByText("Map 1 gives 3 numbers, but map 2 takes 2 (a, b).").waitFor();
  });
});

test("the point has a field for each input that can be chosen, and what is missing is told", async () => {
  await visit("#view=chain&f1=t%3B+t%5E2&f2=x*y&f3=", async ({ page }) => {
    await page.getByTestId("product").getByText("(1.2) → (1.2, 1.44) → (1.728)").waitFor();
    expect(await page.getByRole("spinbutton").count()).toBe(1);
    const first = page.getByRole("textbox", { name: "Formulas of map 1" });
    await first.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("x + z; x*y");
    await page.getByText("y = 1.").waitFor();
    await first.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.getByText("Write formulas for map 1 and map 2").waitFor();
  });
});

test("the orders name as many maps as there are", async () => {
  await visit("#view=chain", async ({ page }) => {
    const orders = page.getByTestId("costs").locator("tbody th");
    await orders.first().getByText("(J₃(J₂J₁))").waitFor();
    await orders.nth(1).getByText("((J₃J₂)J₁)").waitFor();
    await page.getByRole("textbox", { name: "Formulas of map 3" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await orders.first().getByText("(J₂J₁)").waitFor();
    expect((await orders.allTextContents()).join()).not.toContain("J₃");
  });
});
