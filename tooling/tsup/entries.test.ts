import { expect, test } from "vitest";
import { entries } from "./index.js";

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
