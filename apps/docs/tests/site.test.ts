import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { overflowOf } from "@tooling/browser/site";
import { expectationsOf } from "@tooling/vitest/extract";
import { fold } from "@tooling/vitest/show";
import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pages } from "../src/handbook/chapters.ts";
import { useHandbook, violationsOf } from "./site.ts";

const root = resolve(import.meta.dirname, "..");
const pictures = join(root, "reports/screenshots");
mkdirSync(pictures, { recursive: true });

const visit = useHandbook();

const picture = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

const exampleFiles = (slug: string): string[] => {
  const text = readFileSync(join(root, "pages", slug, "index.md"), "utf8");
  return [...text.matchAll(/^<<< \.\/(\S+\.example\.ts)$/gmu)].map(([, file]) => file!);
};

/** What an example on the page gives when it is run there, by line. */
const outputsOf = async (example: Locator): Promise<Map<number, string>> => {
  await example.getByRole("button", { name: "Run" }).click();
  await example.getByRole("button", { name: "Run", exact: true, disabled: false }).waitFor();
  const texts = await example.locator(".runnable-output > *").allTextContents();
  const lines = texts.map((text) => /^line (\d+): ([^]*)$/u.exec(text));
  return new Map(lines.flatMap((line) => (line ? [[Number(line[1]), fold(line[2]!)]] : [])));
};

const number = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gu;

/** The same text, with numbers that differ by rounding: browsers have other versions of sin and exp. */
const expectAlike = (given: string | undefined, expected: string): void => {
  expect(given?.replaceAll(number, "#")).toBe(expected.replaceAll(number, "#"));
  const [a, b] = [given ?? "", expected].map((text) => text.match(number)?.map(Number) ?? []);
  b!.forEach((value, k) => {
    expect(Math.abs(a![k]! - value), `${given} for ${expected}`).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(value)),
    );
  });
};

/** The pages whose pictures are kept, to be looked at. */
const looked: ReadonlySet<string> = new Set([
  "getting-started",
  "three-readings",
  "special-shapes",
  "chain-rule",
  "change-of-variables",
  "kinks",
  "matrix-calculus",
  "fitting",
  "exercises",
  "coming-from",
]);

const expectFit = async (page: Page): Promise<void> => {
  expect(await violationsOf(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
};

describe.for(pages)("$title", ({ slug }) => {
  test("wide and light it is accessible and has room, and its examples give what they say", async () => {
    await visit(`${slug}/`, async (page) => {
      await expectFit(page);
      if (looked.has(slug)) await picture(page, slug);
      const examples = await page.locator(".runnable").all();
      const files = exampleFiles(slug);
      expect(examples.length).toBe(files.length);
      for (const [k, file] of files.entries()) {
        const code = readFileSync(join(root, "pages", slug, file), "utf8");
        const outputs = await outputsOf(examples[k]!);
        const expected = expectationsOf({ line: 1, code });
        for (const { line, expected: text } of expected) expectAlike(outputs.get(line), fold(text));
      }
    });
  });

  test("narrow and dark it is accessible and has room", async () => {
    const view = { width: 360, colorScheme: "dark" } as const;
    await visit(
      `${slug}/`,
      async (page) => {
        await expectFit(page);
        if (looked.has(slug)) await picture(page, `${slug}-narrow`);
      },
      view,
    );
  });
});

test("an example is edited and run by the keyboard, and set back", async () => {
  await visit("chain-rule/", async (page) => {
    const example = page.locator(".runnable").first();
    await example.getByRole("button", { name: "Edit" }).focus();
    await page.keyboard.press("Enter");
    await example.getByRole("textbox", { name: "The example, to edit" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("1 + 1;");
    await example.getByRole("button", { name: "Run" }).focus();
    await page.keyboard.press("Enter");
    await example.getByText("line 1: 2").waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await example.getByRole("button", { name: "Reset" }).click();
    await example.getByRole("button", { name: "Edit" }).waitFor();
    expect(await example.locator(".runnable-output").textContent()).toBe("");
  });
});

test("an example without an end is stopped, one that is wrong says why", async () => {
  await visit("chain-rule/", async (page) => {
    const example = page.locator(".runnable").first();
    await example.getByRole("button", { name: "Edit" }).click();
    const editor = example.getByRole("textbox");
    await editor.fill("for (;;) {}");
    await example.getByRole("button", { name: "Run" }).click();
    await example.getByText("stopped after 10 seconds").waitFor({ timeout: 20_000 });
    await editor.fill("const = 1;");
    await example.getByRole("button", { name: "Run" }).click();
    await example.getByText("SyntaxError").waitFor();
  });
});

test("an exercise tells right, wrong and why", async () => {
  await visit("chain-rule/", async (page) => {
    const exercise = page.locator(".exercise").first();
    const field = exercise.getByRole("textbox");
    await field.fill("2*(x + y), 1");
    await field.press("Tab");
    await page.keyboard.press("Enter");
    await exercise.getByText("That is J_g at f(x, y).").waitFor();
    await field.fill("3*y + 2*x, 3*x + 2*y");
    await exercise.getByRole("button", { name: "Check" }).click();
    await exercise.getByText("Right.").waitFor();
    await exercise.getByRole("button", { name: "Hint" }).click();
    await exercise.getByText("J_g = (2u, 1)").waitFor();
  });
});

test("a picture is a view of the demo, as high as it needs", async () => {
  await visit("chain-rule/", async (page) => {
    const frame = page.frameLocator("figure.picture iframe");
    await page.locator("figure.picture").scrollIntoViewIfNeeded();
    await frame.locator("svg").first().waitFor();
    await expect
      .poll(() => page.locator("figure.picture iframe").getAttribute("height"))
      .not.toBe("480");
  });
});

test("a picture is dark on a dark page from the beginning", async () => {
  const view = { width: 1280, colorScheme: "dark" } as const;
  await visit(
    "chain-rule/",
    async (page) => {
      const frame = page.locator("figure.picture iframe");
      await frame.scrollIntoViewIfNeeded();
      expect(await frame.getAttribute("src")).toContain("theme=dark");
    },
    view,
  );
});

test("Enter checks an answer, and with Shift begins another row", async () => {
  await visit("chain-rule/", async (page) => {
    const exercise = page.locator(".exercise").first();
    const field = exercise.getByRole("textbox");
    await field.press("Enter");
    await exercise.getByText("Type an answer first.").waitFor();
    await field.fill("1");
    await field.press("Shift+Enter");
    expect(await field.inputValue()).toBe("1\n");
    await field.press("Enter");
    await exercise.getByText("expected 2 numbers").waitFor();
  });
});

/** What is looked for, and what is to come first. */
const searches = [
  ["chain rule", "The chain rule"],
  ["vjp", "@jacobian/tape vjp"],
  ["logaddexp", "@jacobian/core logaddexp"],
  ["jacobian", " jacobian"],
  ["ShapeError", "ShapeError"],
  ["determinant of a rectangle", "The determinant of a rectangle?"],
] as const;

test("the search finds first what is looked for, without a network", async () => {
  await visit("", async (page) => {
    await page.getByRole("button", { name: "Search" }).click();
    for (const [words, title] of searches) {
      await page.getByRole("searchbox").fill(words);
      const first = page.getByRole("option").first();
      await expect
        .poll(async () => (await first.innerText()).replaceAll(/\s+/gu, " "), { message: words })
        .toContain(title);
    }
  });
});

test("the home page and the reference are accessible and have room", async () => {
  for (const path of ["", "reference/jacobian/functions/jacobian.html", "reference/jacobian/"]) {
    for (const width of [1280, 360]) {
      await visit(
        path,
        async (page) => {
          await expectFit(page);
          await picture(page, `${path === "" ? "home" : path.replaceAll("/", "-")}-${width}`);
        },
        { width, colorScheme: "light" },
      );
    }
  }
});
