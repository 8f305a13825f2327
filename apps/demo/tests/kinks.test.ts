import {
  abs,
  add,
  clamp,
  div,
  gradient,
  max,
  mul,
  neg,
  relu,
  type Scalars,
  square,
  sub,
} from "jacobian";
import {
  bundleMethod,
  clarke,
  type Conventions,
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
