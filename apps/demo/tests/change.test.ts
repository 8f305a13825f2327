import {
  add,
  changeOfVariables,
  cos,
  div,
  exp,
  mul,
  type Scalar,
  type Scalars,
  sin,
  square,
} from "jacobian";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shown } from "../src/ui/numbers.ts";
import { beginning } from "../src/views/change/moons.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))];

const bell = ([x, y]: readonly Scalar[]) =>
  div(exp(div(add(square(x!), square(y!)), -2)), 2 * Math.PI);

/** The integral over the image by |det J|, and as it is counted. */
const amounts = async (page: Page): Promise<readonly (string | undefined)[]> => {
  await page.getByText(/^Counting/u).waitFor({ state: "detached" });
  const cells = page.getByTestId("amounts").locator("tbody td:nth-child(2)");
  await cells.first().waitFor();
  return cells.allTextContents();
};

test("the area by |det J| is that of the package, and counting points agrees", async () => {
  await visit("#view=change", async ({ page, picture }) => {
    const [integrated, counted] = await amounts(page);
    const { value } = changeOfVariables(() => 1, polar, [
      [1, 2],
      [0.2, 2.2],
    ]);
    expect(integrated).toBe(shown(value));
    // A piece of a ring: (2² − 1²)/2 for each radian.
    expect(Math.abs(Number(counted) - 3)).toBeLessThan(0.1);
    await page.getByText("Both ways agree").waitFor();
    await page.getByText('injective: "unverified"').waitFor();
    await picture("change");
  });
});

test("eˣ on two turns counts twice, and a fold is a warning", async () => {
  await visit("#view=change", async ({ page, picture }) => {
    const choice = page.getByRole("combobox", { name: "Look at" });
    await choice.selectOption({ label: "eˣ on two turns: everything twice" });
    const { value } = changeOfVariables(() => 1, complexExp, [
      [-1, 1],
      [0, 12.5664],
    ]);
    await page.getByTestId("amounts").getByText(shown(value), { exact: true }).waitFor();
    const [, counted] = await amounts(page);
    expect(value / Number(counted)).toBeCloseTo(2, 1);
    await page.getByText("2 times on average").waitFor();
    await page.getByText("det J > 0 everywhere").waitFor();
    await picture("change-two");
    await choice.selectOption({ label: "A fold: the paper turns over" });
    await page.getByText("Warning: det J changes its sign in the region").waitFor();
    await page.getByText("det J changes its sign in the region: part of it").waitFor();
  });
});

test("the region is typed and dragged, and a place without a value says so", async () => {
  await visit("#view=change", async ({ page }) => {
    await page.getByRole("group", { name: "Region to" }).getByLabel("r", { exact: true }).fill("3");
    const { value } = changeOfVariables(() => 1, polar, [
      [1, 3],
      [0.2, 2.2],
    ]);
    await page.getByTestId("amounts").getByText(shown(value), { exact: true }).waitFor();
    await page.locator(".mafs-movable-point").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => location.hash.includes("from="));
    await page.getByRole("textbox", { name: "Formulas" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("log(r - 2); t");
    await page.getByText("The map has no finite value at").waitFor();
  });
});

const typeDensity = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Density g" }).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
};

test("a density is chosen, and both ways sum it up", async () => {
  await visit("#view=change", async ({ page, picture }) => {
    const choice = page.getByRole("combobox", { name: "Look at" });
    await choice.selectOption({ label: "The bell in polar coordinates" });
    const { value } = changeOfVariables(bell, polar, [
      [0, 3],
      [0, 6.2832],
    ]);
    // Of two normal numbers, the part that lies within three standard deviations.
    expect(value).toBeCloseTo(1 - Math.exp(-4.5), 4);
    await page.getByTestId("amounts").getByText(shown(value), { exact: true }).waitFor();
    const [, counted] = await amounts(page);
    // The area would be 28.
    expect(Math.abs(Number(counted) - value)).toBeLessThan(0.01);
    await page.getByText("Both ways agree").waitFor();
    await page.getByText("Integral of g over the image").waitFor();
    await page.getByText("darker where |g| is larger").waitFor();
    await picture("change-density");
    await page.getByRole("combobox", { name: "Density" }).selectOption({ label: "1: the area" });
    await page.getByText("Area of the image").waitFor();
  });
});

test("a density is typed, shared by a link, and counted with its sign", async () => {
  await visit("#view=change", async ({ page }) => {
    await typeDensity(page, "y1*y2 - 1");
    const { value } = changeOfVariables(
      ([x, y]: readonly Scalar[]) => add(mul(x!, y!), -1),
      polar,
      [
        [1, 2],
        [0.2, 2.2],
      ],
    );
    expect(value).toBeLessThan(-1);
    const cell = page.getByTestId("amounts").getByText(shown(value), { exact: true });
    await cell.waitFor();
    const [, counted] = await amounts(page);
    expect(Math.abs(Number(counted!.replace("−", "-")) - value)).toBeLessThan(0.1);
    await page.waitForFunction(() => location.hash.includes("density="));
    await page.reload();
    await cell.waitFor();
    expect(await page.getByRole("textbox", { name: "Density g" }).textContent()).toBe("y1*y2 - 1");
  });
});

test("what is wrong with a density is told at its place, and the last good one stays", async () => {
  await visit("#view=change", async ({ page }) => {
    await typeDensity(page, "y1 + z");
    await page.getByText("expected one of the variables given (y1, y2)").waitFor();
    expect(await page.locator(".cm-lintRange-error").textContent()).toBe("z");
    const { value } = changeOfVariables(() => 1, polar, [
      [1, 2],
      [0.2, 2.2],
    ]);
    const [integrated] = await amounts(page);
    expect(integrated).toBe(shown(value));
    // Some of the image lies where there is no logarithm.
    await typeDensity(page, "log(y1)");
    await page.getByRole("alert").getByText("The density has no finite value in").waitFor();
  });
});

/** How far the training is. */
const stepOf = async (page: Page): Promise<number> => {
  const text = await page.getByTestId("training").textContent();
  return Number(/Step (\d+)/u.exec(text ?? "")?.[1] ?? 0);
};

/** A machine that does other work beside takes its time for a step. */
const patience = 90_000;

const trains = "a flow is trained, paused and reset, by the steps that the packages take";

test(trains, { timeout: 2 * patience }, async () => {
  await visit("#view=change", async ({ page, picture }) => {
    const said = page.getByTestId("training");
    await page.getByRole("button", { name: "Start training" }).click();
    await expect.poll(() => stepOf(page), { timeout: patience }).toBeGreaterThanOrEqual(10);
    await page.getByRole("button", { name: "Pause" }).click();
    // A slice that has begun is still finished.
    await said.getByText("paused").waitFor();
    const [, step, likelihood] = /Step (\d+): log p = (\S+)/u.exec((await said.textContent())!)!;
    const flow = beginning();
    const losses = Array.from({ length: Number(step) }, flow.step);
    expect(likelihood).toBe(shown(-losses.at(-1)!));
    expect(losses.at(-1)).toBeLessThan(losses[0]!);
    await picture("change-flow");
    await page.getByRole("button", { name: "Go on" }).click();
    await expect.poll(() => stepOf(page), { timeout: patience }).toBeGreaterThan(Number(step));
    await page.getByRole("button", { name: "Reset" }).click();
    await said.getByText("Not trained yet").waitFor();
  });
});

test("a measurement that takes too long is ended, and told", async () => {
  await visit("", async ({ page }) => {
    // A worker that never comes.
    await page.route(/measure\.worker/u, () => undefined);
    await page.clock.install();
    const asked = page.waitForRequest(/measure\.worker/u);
    await page.getByRole("link", { name: "Change" }).click();
    await asked;
    await page.clock.fastForward(21_000);
    await page.getByRole("alert").getByText("It takes longer than 20 seconds").waitFor();
    await page.unroute(/measure\.worker/u);
    await page
      .getByRole("group", { name: "Region from" })
      .getByRole("spinbutton")
      .first()
      .fill("1.5");
    await page.getByTestId("amounts").waitFor();
  });
});
