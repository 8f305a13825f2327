import {
  cos,
  explain,
  jvp,
  matmul,
  Matrix,
  mul,
  record,
  type Scalars,
  sin,
  tanh,
  type Vector,
  vjp,
} from "jacobian";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { shown, shownPoint } from "../src/ui/numbers.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const [at, v, w] = [[2, 0.7] as const, [0.6, 0.8] as const, [1, 0.5] as const];

const click = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const fieldsOf = async (page: Page, names: readonly string[]): Promise<readonly number[]> =>
  Promise.all(
    names.map(async (name) => Number(await page.getByLabel(name, { exact: true }).inputValue())),
  );

/** A column of the table of operations. */
const column = (page: Page, k: number) =>
  page.getByTestId("steps").locator(`tbody tr > :nth-child(${k})`).allTextContents();

test("J v and wᵀJ are those of jvp and vjp", async () => {
  await visit("#view=directions", async ({ page, picture }) => {
    await page
      .getByTestId("pushed")
      .getByText(shownPoint(jvp(polar)(at, v).tangent), { exact: true })
      .waitFor();
    await page
      .getByTestId("pulled")
      .getByText(shownPoint(vjp(polar)(at, w).cotangent), { exact: true })
      .waitFor();
    await picture("directions");
  });
});

test("an arrow that is dragged, or moved by the arrow keys, takes its image with it", async () => {
  await visit("#view=directions", async ({ page }) => {
    const tip = page.locator(".mafs-movable-point").nth(1);
    const box = (await tip.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2 + 40, { steps: 5 });
    await page.mouse.up();
    const dragged = await fieldsOf(page, ["dr", "dt"]);
    expect(dragged[0]).toBeGreaterThan(0.8);
    expect(dragged[1]).toBeLessThan(0.6);
    const said = await page.getByTestId("pushed").locator("strong").textContent();
    const pushed = said!
      .replaceAll("−", "-")
      .match(/[-\d.]+/gu)!
      .map(Number);
    jvp(polar)(at, [dragged[0]!, dragged[1]!]).tangent.forEach((entry, k) =>
      expect(pushed[k]).toBeCloseTo(entry, 3),
    );
    const before = await page.getByTestId("pulled").textContent();
    await page.locator(".mafs-movable-point").nth(2).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => page.getByTestId("pulled").textContent()).not.toBe(before);
  });
});

test("tangents flow forward through the operations, adjoints back, step by step", async () => {
  await visit("#view=directions", async ({ page, picture }) => {
    await page.getByTestId("steps").waitFor();
    const operations = record(polar)(at).operations;
    expect(await column(page, 2)).toEqual(["input", "input", "cos(t)", "r·v₁", "sin(t)", "r·v₃"]);
    expect(await column(page, 4)).toEqual([...v.map(shown), "", "", "", ""]);
    await page.getByRole("button", { name: "Step", exact: true }).focus();
    for (let k = 0; k < operations; k++) await page.keyboard.press("Enter");
    const lines = ([r, t]: Scalars<2>) =>
      [r, t, cos(t), mul(r, cos(t)), sin(t), mul(r, sin(t))] as const;
    await expect.poll(() => column(page, 4)).toEqual(jvp(lines)(at, v).tangent.map(shown));
    await page.getByTestId("products").getByText("forward 6").waitFor();
    // Two of the operations are outputs: nothing uses them, so w is their adjoint.
    expect(await column(page, 5)).toEqual(["", "", "", shown(w[0]), "", shown(w[1])]);
    for (let k = 0; k < operations; k++) await page.keyboard.press("Enter");
    const [r, t] = vjp(polar)(at, w).cotangent;
    const adjoints = [r, t, mul(at[0], w[0]), w[0], mul(at[0], w[1]), w[1]];
    await expect.poll(() => column(page, 5)).toEqual(adjoints.map(shown));
    await page.getByTestId("products").getByText("back 6").waitFor();
    await picture("directions-end");
    await click(page, "Reset");
    await expect.poll(() => column(page, 5)).toEqual(adjoints.map(() => ""));
  });
});

test("it plays by itself, and pauses", async () => {
  await visit("#view=directions", async ({ page }) => {
    await page.getByTestId("steps").waitFor();
    await click(page, "Play");
    // A step may be over before anybody has looked.
    await page.getByText(/Forward, [2-4] of 4|Back, \d of 4/u).waitFor();
    await click(page, "Pause");
    const step = await page.getByTestId("step").textContent();
    // Longer than a step takes.
    await page.waitForTimeout(1000);
    expect(await page.getByTestId("step").textContent()).toBe(step);
    await page.waitForFunction(() => location.hash.includes("pass="));
  });
});

test("for those who want no motion it goes to the end at once", async () => {
  await visit(
    "#view=directions",
    async ({ page }) => {
      await page.getByTestId("steps").waitFor();
      await page.evaluate(() => {
        const step = document.querySelector("[data-testid=step]")!;
        const shown: (string | null)[] = [];
        Object.assign(globalThis, { shown });
        new MutationObserver(() => shown.push(step.textContent)).observe(step, {
          characterData: true,
          childList: true,
          subtree: true,
        });
      });
      await click(page, "Play");
      await page.getByText("Back, 4 of 4").waitFor();
      const steps = await page.evaluate(() => {
        // Put there above.
        const { shown } = globalThis as unknown as { shown: readonly string[] };
        return shown;
      });
      // Nothing was shown in between.
      expect(new Set(steps).size).toBe(1);
    },
    { reducedMotion: "reduce" },
  );
});

const network = (n: number, m: number) => {
  const zeros = (rows: number, cols: number) =>
    new Matrix(rows, cols, new Float64Array(rows * cols));
  return explain((x: Vector) => matmul(zeros(m, 8), tanh(matmul(zeros(8, n), x))))(
    new Float64Array(n),
  );
};

test("costs are those of explain, and move with n and m", async () => {
  await visit("#view=directions", async ({ page }) => {
    const counts = (id: string) =>
      page.getByTestId(id).locator("td:nth-child(2)").allTextContents();
    const { operations, forward, reverse } = explain(polar)(at);
    await expect
      .poll(() => counts("map-costs"))
      .toEqual([operations, forward.operations, reverse.operations].map(String));
    await page.getByLabel("Inputs n").fill("1");
    await page.getByLabel("Outputs m").fill("64");
    const cost = network(1, 64);
    await expect
      .poll(() => counts("network-costs"))
      .toEqual([cost.operations, cost.forward.operations, cost.reverse.operations].map(String));
    await page.getByTestId("network-costs").getByText("Cheaper: forward").waitFor();
  });
});

test.each([
  ["Scalar", "x^2*y + z/y; ", "x, y, z"],
  ["Curve", "cos(v1); sin(v1); v1", "v1"],
  ["Constants", "x; 2; sqrt(3)*y*y", "x, y, unused"],
  ["Kinks", "where(x < y, max(x, 1), abs(y))", "x, y"],
])("%s: other shapes flow too, and both roads give one number", async (name, f, vars) => {
  const hash = new URLSearchParams({ view: "directions", f, vars, at: "2,1.5,1", pass: "99" });
  await visit(`#${hash.toString()}`, async ({ page, picture }) => {
    const said = await page.getByTestId("pairing").textContent();
    const [, forward, back] = /forward (\S+), back (\S+)/u.exec(said ?? "") ?? [];
    expect(forward).toBe(back);
    const adjoints = await column(page, 5);
    const pulled = await page.getByTestId("pulled").locator("strong").textContent();
    expect(pulled).toBe(`(${adjoints.slice(0, vars.split(",").length).join(", ")})`);
    await picture(`directions-${name}`);
  });
});

test("no arrow of the graph is drawn over a number", async () => {
  await visit("#view=directions", async ({ page }) => {
    const edges = page.locator(".flow svg > .edge");
    await edges.first().waitFor();
    const kinds = await edges.evaluateAll((all) => all.map(({ nodeName }) => nodeName));
    // Later ones are drawn over earlier ones.
    expect(kinds).toEqual([...Array<string>(6).fill("path"), ...Array<string>(6).fill("text")]);
    const boxes = await page
      .locator(".flow .box rect")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
    const numbers = await page
      .locator(".flow text.edge")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
    const covered = numbers.filter((number) =>
      boxes.some(
        (box) =>
          box.left < number.right &&
          number.left < box.right &&
          box.top < number.bottom &&
          number.top < box.bottom,
      ),
    );
    expect(covered).toEqual([]);
  });
});

test.each([
  ["directions", "exp(exp(exp(x))); y", "1,1"],
  ["matrix", "exp(exp(exp(x))); y", "1,1"],
  ["inverse", "x^200; y^201", "3,3"],
])("what is too large to draw in %s is said, and the page goes on", async (view, f, at) => {
  const hash = new URLSearchParams({ view, f, at, vars: "x, y" });
  await visit(`#${hash.toString()}`, async ({ page }) => {
    await page.getByText("The numbers are too large to draw.").first().waitFor();
    await page.getByLabel("x", { exact: true }).fill("0.1");
    await page.getByLabel("y", { exact: true }).fill("0.1");
    await page.getByText("The numbers are too large to draw.").waitFor({ state: "detached" });
  });
});
