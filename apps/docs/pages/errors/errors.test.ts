import { readFileSync } from "node:fs";
import * as library from "jacobian";
import { expect, test } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url);

test("tells of every class of error", () => {
  const text = readFileSync(new URL("index.md", import.meta.url), "utf8");
  const classes = Object.keys(library).filter((name) => name.endsWith("Error"));
  expect(classes.length).toBeGreaterThan(5);
  const untold = classes.filter(
    (name) => !text.includes(`\`${name}\``) && !text.includes(`\`${name}s\``),
  );
  expect(untold.filter((name) => name !== "JacobianError")).toEqual([]);
});
