import { abs, add, div, gradient, mul, neg, relu, type Scalars, square, sub } from "jacobian";
import {
  bundleMethod,
  clarke,
  jax,
  pytorch,
  subgradient,
  subgradientMethod,
  tensorflow,
  withConventions,
} from "@jacobian/nonsmooth";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { compile } from "../src/model/compile.ts";
import { presets } from "../src/model/presets.ts";
import { shown, shownPoint } from "../src/ui/numbers.ts";
import { examples } from "../src/views/kinks/examples.ts";
import { useSite } from "./support/site.ts";

const visit = useSite();

const choose = (page: Page, name: string, option: string) =>
  page.getByRole("combobox", { name }).selectOption({ label: option });

const said = (page: Page, id: string) => page.getByTestId(id).textContent();

/** What the table says of conventions: what is taken, and whether it is in the set. */
const judged = (page: Page) => page.getByTestId("choices").locator("td").allTextContents();

test("|x| has the interval from −1 to 1, and 0 is taken", async () => {
  await visit("#view=kinks", async ({ page, picture }) => {
    await page.getByTestId("set").waitFor();
    const set = clarke(([x]: Scalars<1>) => abs(x))([0]);
    expect(await said(page, "set")).toContain(`[${set.interval.map(shown).join(", ")}]`);
    expect(await said(page, "promise")).toBe(`${set.promise}: ${set.reason}.`);
    await page.getByText("At a kink: abs.").waitFor();
    await picture("kinks-abs");
  });
});

test("conventions add up to what is no derivative, and the certified element is one", async () => {
  const identity = ([x]: Scalars<1>) => sub(relu(x), relu(neg(x)));
  await visit("#view=kinks", async ({ page, picture }) => {
    await choose(page, "Function", "relu(x) − relu(−x)");
    await page.getByText("kinks can cancel each other").waitFor();
    const set = clarke(identity)([0]);
    expect(set.promise).toBe("hull contains the Clarke Jacobian");
    const taken = [{}, pytorch, jax, tensorflow, {}].map(
      (conventions) => gradient(withConventions(conventions, identity))([0])[0],
    );
    const certified = subgradient(identity)([0])[0];
    expect(await judged(page)).toEqual([
      ...taken.flatMap((slope) => [shown(slope), "maybe"]),
      ...[shown(certified), "yes"],
    ]);
    expect(taken).toContain(0);
    expect(certified).toBe(1);
    await picture("kinks-cancel");
  });
});

test.each(examples.slice(2))("$name has a polygon of gradients", async ({ name, kinked }) => {
  const hash = new URLSearchParams({ view: "kinks" }).toString();
  await visit(`#${hash}`, async ({ page, picture }) => {
    await choose(page, "Function", name);
    const corners = page.getByTestId("set").locator("strong");
    await page.getByText("Input: level lines of f").waitFor();
    const f = {
      "max(x, y)": undefined,
      "abs(x) + abs(y)": ([x, y]: Scalars<2>) => add(abs(x), abs(y)),
      "relu(x + y) - 2*relu(x - y) + relu(2*y)": ([x, y]: Scalars<2>) =>
        add(sub(relu(add(x, y)), mul(2, relu(sub(x, y)))), relu(mul(2, y))),
    }[kinked as string];
    const generators =
      f === undefined
        ? [
            [0, 1],
            [1, 0],
          ]
        : clarke(f)([0, 0]).generators!.map(({ data }) => [...data]);
    const text = (await corners.textContent())!.slice(1, -1).split("; ");
    expect(text.toSorted()).toEqual(generators.map(shownPoint).toSorted());
    await picture(`kinks-${name.replaceAll(/\W+/gu, "")}`);
  });
});

test("TensorFlow decides ties of max otherwise, and the picture follows", async () => {
  await visit("#view=kinks", async ({ page }) => {
    await choose(page, "Function", "max(x, y)");
    await page.getByText("Input: level lines of f").waitFor();
    await page.getByRole("radio", { name: "TensorFlow" }).check();
    await page.getByText("TensorFlow takes (1, 0)").waitFor({ state: "attached" });
    await page.getByRole("radio", { name: "Jacobian" }).check();
    await page.getByText("Jacobian takes (0.5, 0.5)").waitFor({ state: "attached" });
    // Away from the tie nobody has a choice.
    await page.locator(".mafs-movable-point").first().focus();
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => judged(page))
      .toEqual(Array.from({ length: 6 }, () => ["(1, 0)", "yes"]).flat());
  });
});

test("what is typed is looked at, and what has no Clarke set says so", async () => {
  await visit("#view=kinks", async ({ page }) => {
    const type = async (text: string) => {
      await page.getByRole("textbox", { name: "Formula with kinks" }).click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
    };
    await page.getByTestId("set").waitFor();
    await type("where(x < 0, 2*x, 3*x)");
    await page.getByTestId("set").getByText("[2, 3]").waitFor();
    await type("sqrt(abs(x))");
    await page.getByTestId("refused").getByText("locally Lipschitz").waitFor();
    await type("abs(x");
    await page.getByText("parse: expected").first().waitFor();
    await type("abs(x) + abs(y) + abs(z)");
    await page.getByText("this one has 3").first().waitFor();
  });
});

test("a formula with kinks in kinks in kinks does not freeze the page", async () => {
  const nested = Array.from({ length: 24 }).reduce<string>((f, _, k) => `abs(${f} - y*${k})`, "x");
  await visit("#view=kinks", async ({ page }) => {
    await page.getByTestId("set").waitFor();
    await page.getByRole("textbox", { name: "Formula with kinks" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(nested);
    // The page answers while the worker is at work, which a set of the old formula tells.
    await page.getByRole("radio", { name: "JAX" }).check();
    await page.getByTestId("refused").waitFor();
    expect(await page.getByTestId("refused").textContent()).toMatch(/selections|longer than/u);
    // Another formula is looked at by another worker.
    await page.getByRole("textbox", { name: "Formula with kinks" }).click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("2*abs(x)");
    await page.getByTestId("set").getByText("[−2, 2]").waitFor();
  });
});

test("where f has no value the last picture stays, and the point can be moved back", async () => {
  await visit("#view=kinks&kinked=abs(log(x))&kinkAt=1", async ({ page }) => {
    await page.getByTestId("set").getByText("[−1, 1]").waitFor();
    const x = page.getByLabel("x", { exact: true });
    await x.fill("-1");
    const told = page.getByTestId("refused");
    await told.waitFor();
    expect(await told.textContent()).toBe(
      "f has no finite value at (−1). The pictures are of (1).",
    );
    expect(await page.getByTestId("set").textContent()).toContain("[−1, 1]");
    await x.fill("2");
    await page.getByTestId("set").getByText("0.5").waitFor();
    expect(await told.count()).toBe(0);
  });
});

test("a set with a round edge is drawn: the disc of a length at 0", async () => {
  await visit("#view=kinks&kinked=2*hypot(x,y)&kinkAt=0,0", async ({ page, picture }) => {
    await page.getByTestId("set").getByText("A set with a round edge").waitFor();
    const points = await page
      .locator(".MafsView")
      .nth(1)
      .locator("polygon")
      .evaluate(
        (polygon) => (polygon.getAttribute("points") ?? "").match(/-?[\d.]+(e-?\d+)?/gu) ?? [],
      );
    const numbers = points.map(Number);
    const pairs = numbers.flatMap((x, k) => (k % 2 === 0 ? [[x, numbers[k + 1]!] as const] : []));
    expect(pairs.length).toBeGreaterThan(50);
    for (const [x, y] of pairs) expect(Math.hypot(x, y)).toBeCloseTo(2, 10);
    await picture("kinks-disc");
  });
});

const ravine = ([x, y]: Scalars<2>) => add(div(abs(x), 2), mul(4, abs(y)));
const bend = ([x, y]: Scalars<2>) => add(abs(x), mul(4, abs(sub(div(square(x), 4), y))));

test.each([
  ["ravine", ravine],
  ["bend", bend],
] as const)("the race on the %s shows what the methods do", async (valley, f) => {
  await visit(`#view=kinks&valley=${valley}`, async ({ page, picture }) => {
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await page.waitForFunction(
      () => Number(document.querySelector("[data-testid=race-step]")!.textContent) > 5,
    );
    await page.getByRole("button", { name: "Pause", exact: true }).click();
    const step = await said(page, "race-step");
    // Longer than three steps take.
    await page.waitForTimeout(200);
    expect(await said(page, "race-step")).toBe(step);
    // For those who want no motion it goes to the end at once.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("button", { name: "Go on", exact: true }).click();
    await page.getByText("step 120 of 120").waitFor();
    await page.getByRole("button", { name: "Done", exact: true }).waitFor();
    const options = { limit: 120 };
    const x0 = [2.5, 1.5] as const;
    const best = [
      subgradientMethod(f, { ...options, steps: () => () => 0.1 })(x0),
      subgradientMethod(f, options)(x0),
      bundleMethod(f, options)(x0),
    ].map(({ history }) => Math.min(...history.map(({ value }) => value)));
    const cells = page.getByTestId("race").locator("td:last-child");
    expect(await cells.allTextContents()).toEqual(best.map(shown));
    expect(best[2]).toBeLessThan(1e-3);
    expect(best[0]).toBeGreaterThan(0.05);
    await picture(`kinks-race-${valley}`);
    await page.getByRole("button", { name: "Reset", exact: true }).click();
    await expect.poll(() => cells.allTextContents()).toEqual(["", "", ""]);
  });
});

test("every preset of a map is read", () => {
  for (const { f, vars } of presets) expect(compile(f, vars)).toMatchObject({ ok: true });
});
