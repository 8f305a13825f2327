import { expect, test } from "vitest";
import { entries, programs } from "./index.js";

test("each door is an entry, and what is no source is none", () => {
  const door = (path: string) => ({
    "@jacobian/source": `./src/${path}.ts`,
    types: `./dist/${path}.d.ts`,
    default: `./dist/${path}.js`,
  });
  expect(
    entries({
      ".": door("index"),
      "./special": door("special/index"),
      "./package.json": { default: "./package.json" },
    }),
  ).toEqual({ index: "./src/index.ts", "special/index": "./src/special/index.ts" });
});

test("a program has its source where its build is", () => {
  expect(programs({ tool: "./dist/cli/main.js" })).toEqual({ "cli/main": "./src/cli/main.ts" });
});
