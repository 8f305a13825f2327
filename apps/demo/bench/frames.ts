import { resolve } from "node:path";
import { open } from "@tooling/browser/site";
import type { Page } from "playwright-core";
import { viewNames } from "../src/app/state.ts";
import { longestTask } from "./longest-task.ts";

/** How long a point is dragged, in milliseconds. */
const duration = 5000;

/** Longer than this, and a drag stutters. */
const long = 50;

/** Starts to note when frames begin; what it gives ends that, with the times between them in milliseconds. */
const frames = async (page: Page): Promise<() => Promise<readonly number[]>> => {
  await page.evaluate(() => {
    const times: number[] = [];
    const note = (time: number) => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    Object.assign(globalThis, { frameTimes: times });
  });
  return () =>
    page.evaluate(() => {
      // Put there above; the types of a page know nothing of it.
      const { frameTimes } = globalThis as unknown as { frameTimes: readonly number[] };
      return frameTimes.slice(1).map((time, k) => time - frameTimes[k]!);
    });
};

/** Drags the first point of the page along a circle, a position for each frame. */
const drag = async (page: Page): Promise<readonly number[] | undefined> => {
  const box = await page.locator(".mafs-movable-point").first().boundingBox({ timeout: 5000 });
  if (box === null) return undefined;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const end = await frames(page);
  const start = performance.now();
  for (let t = 0; t < duration; t = performance.now() - start) {
    const angle = (2 * Math.PI * t) / 2500;
    await page.mouse.move(x + 40 * Math.sin(angle), y + 40 * (1 - Math.cos(angle)));
    await page.waitForTimeout(8);
  }
  const times = await end();
  await page.mouse.up();
  return times;
};

const quantile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(1);

const rowOf = (view: string, times: readonly number[] | undefined, task: number): string => {
  if (times === undefined || times.length === 0) return `${view.padEnd(12)} nothing to drag`;
  const sorted = times.toSorted((a, b) => a - b);
  const cells = [
    (1000 / (times.reduce((a, b) => a + b, 0) / times.length)).toFixed(1),
    quantile(sorted, 0.5),
    quantile(sorted, 0.95),
    quantile(sorted, 1),
    String(times.filter((time) => time > long).length),
    task.toFixed(1),
  ];
  return view.padEnd(12) + cells.map((cell) => cell.padStart(10)).join("");
};

const site = await open(resolve(import.meta.dirname, ".."));
try {
  const heads = ["frames/s", "median ms", "95 % ms", "max ms", `> ${long} ms`, "task ms"];
  console.log(`${"view".padEnd(12)}${heads.map((head) => head.padStart(10)).join("")}`);
  for (const view of viewNames) {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 1000 } });
    // tsx gives functions their names by a helper, which the page has not.
    await page.addInitScript("globalThis.__name = (f) => f;");
    await page.goto(`${site.address}#view=${view}`);
    await page.locator("main figure svg").first().waitFor();
    await page.waitForTimeout(1500);
    const hasPoint = (await page.locator(".mafs-movable-point").count()) > 0;
    const endTrace = await longestTask(site.browser, page);
    const times = hasPoint ? await drag(page) : undefined;
    console.log(rowOf(view, times, await endTrace()));
    await page.close();
  }
} finally {
  await site.close();
}
