import {
  exp,
  cos,
  inv,
  jacobian,
  localInverse,
  mul,
  type Scalars,
  sin,
  square,
  sub,
  add,
} from "jacobian";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shown, shownPoint } from "../src/ui/numbers.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))] as const;
const complexSquare = ([x, y]: Scalars<2>) =>
  [sub(square(x), square(y)), mul(2, mul(x, y))] as const;

const choose = (page: Page, name: string) =>
  page.getByRole("combobox", { name: "Look at" }).selectOption({ label: name });

test("Newton's way is that of the package, and J of the inverse is the inverse of J", async () => {
  await visit("#view=inverse", async ({ page, picture }) => {
    const { x, iterates } = localInverse(polar)([2, 0.7]).newton([1.1, 1.6]);
    const card = page.getByRole("region", { name: "Start", exact: true });
    await card.getByTestId("found").getByText(shownPoint(x), { exact: true }).waitFor();
    const points = await card.locator("tbody td:nth-child(2)").allTextContents();
    expect(points).toEqual(iterates.map(shownPoint));
    const tex = (await card.locator("annotation").allTextContents()).join(" ");
    for (const entry of inv(jacobian(polar)(x)).data) {
      expect(tex).toContain(String(Number(entry.toFixed(3))));
    }
    await picture("inverse");
  });
});

test("the radius is an estimate until L is known; then the x in it is guaranteed", async () => {
  await visit("#view=inverse", async ({ page }) => {
    const promise = page.getByTestId("promise");
    await promise.getByText("An estimate, not a proof").waitFor();
    await choose(page, "A radius that is certain: z² has L = 4");
    const inverse = localInverse(complexSquare, { lipschitz: 4, within: 10 })([1, 0.5]);
    await promise.getByText(`ρ = ${shown(inverse.radius)}`).waitFor();
    expect(await promise.textContent()).toContain("Rigorous");
    expect(inverse.newton([0.6, 1.2]).guaranteed).toBe(true);
    await page.getByTestId("found").getByText("was guaranteed").waitFor();
    await page.getByLabel("y₁").fill("5");
    await page.getByTestId("found").getByText("nothing was promised").waitFor();
  });
});

test("a second start finds the other logarithm", async () => {
  await visit("#view=inverse", async ({ page, picture }) => {
    await choose(page, "Two logarithms of one number");
    const [first, second] = (
      [
        [0.4, 1],
        [0.4, 7],
      ] as const
    ).map((start) => localInverse(complexExp)(start).at([0.7, 1.35]));
    expect(second![1] - first![1]).toBeCloseTo(2 * Math.PI, 12);
    const said = page.getByTestId("comparison");
    await said.getByText(`${shownPoint(first!)} and ${shownPoint(second!)}`).waitFor();
    await picture("inverse-two");
    await page.getByLabel("A second start").uncheck();
    await said.waitFor({ state: "detached" });
  });
});

test("close to det J = 0 the radius shrinks, on it there is no inverse, and a y without x says so", async () => {
  await visit("#view=inverse", async ({ page, picture }) => {
    const fold = ([x, y]: Scalars<2>) => [square(x), add(y, 0)] as const;
    await choose(page, "Close to a fold: det J is nearly 0");
    const { radius } = localInverse(fold)([0.15, 0.4]);
    await page
      .getByTestId("promise")
      .getByText(`ρ = ${shown(radius)}`)
      .waitFor();
    await page.getByText("the radius shrinks to 0").waitFor();
    await choose(page, "On the fold: no inverse at all");
    await page.getByText("No inverse here: det J(x₀) = 0").waitFor();
    await picture("inverse-singular");
    await choose(page, "A target that the map never takes");
    await page.getByText("Newton's method found no x from here").waitFor();
    await page.getByText("localInverse: expected Newton's method to reach f(x) = y").waitFor();
  });
});

test("the target is dragged, moved by the arrows, and kept by the link", async () => {
  await visit("#view=inverse", async ({ page }) => {
    const found = page.getByTestId("found").locator("strong");
    await found.waitFor();
    const before = await found.textContent();
    // The start is the first point that can be moved, the target the last.
    const target = page.locator(".mafs-movable-point").last();
    const box = (await target.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 + 20, { steps: 4 });
    await page.mouse.up();
    const dragged = Number(await page.getByLabel("y₁").inputValue());
    expect(dragged).toBeGreaterThan(1.1);
    // The worker answers in its own time.
    await expect.poll(() => found.textContent()).not.toBe(before);
    await target.focus();
    await page.keyboard.press("ArrowLeft");
    await expect
      .poll(async () => Number(await page.getByLabel("y₁").inputValue()))
      .toBeLessThan(dragged);
    await page.waitForFunction(() => location.hash.includes("target="));
    const kept = await page.getByLabel("y₁").inputValue();
    await page.reload();
    await found.waitFor();
    expect(await page.getByLabel("y₁").inputValue()).toBe(kept);
  });
});

test("a start outside of the domain is told, also where the derivative has a value", async () => {
  const hash = new URLSearchParams({
    view: "inverse",
    f: "log(x); y",
    vars: "x, y",
    at: "-1,1",
    target: "0.5,1",
  });
  await visit(`#${hash.toString()}`, async ({ page }) => {
    await page.getByText("f has no finite value or derivative at x₀").waitFor();
    await page.getByLabel("x", { exact: true }).fill("1");
    await page
      .getByTestId("found")
      .getByText(shownPoint([Math.exp(0.5), 1]))
      .waitFor();
  });
});
