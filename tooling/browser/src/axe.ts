import axe from "axe-core";
import type { Page } from "playwright-core";

/** What is looked for, and where. */
export interface AxeOptions {
  /** These rules alone. */
  readonly rules?: readonly string[];
  /** Whether frames are looked into, which may be pages of another site. */
  readonly iframes?: boolean;
}

/** What axe finds fault with on a page: the rule, and the element as it is written. */
export const violationsOn = async (
  page: Page,
  { rules, iframes = true }: AxeOptions = {},
): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    iframes,
    resultTypes: ["violations"],
    ...(rules === undefined ? {} : { runOnly: [...rules] }),
  };
  return page.evaluate(async (asked) => {
    // Its source has just been run in the page, where it puts itself.
    const { axe: run } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await run.run(asked);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, options);
};
