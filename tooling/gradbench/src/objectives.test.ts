import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("objectives/", import.meta.url);

test.each(readdirSync(folder))("%s is written in core and linalg, and knows no engine", (file) => {
  const text = readFileSync(new URL(file, folder), "utf8");
  const imports = [...text.matchAll(/\bfrom "([^"]+)"/g)].map(([, from = ""]) => from);
  expect(imports).not.toHaveLength(0);
  for (const from of imports)
    expect(from).toMatch(/^(@jacobian\/(core(\/special)?|linalg)|\.\/.*)$/);
});
