import { expect, test } from "vitest";
import { apiProblems } from "./api.ts";

const report = {
  file: "index.api.md",
  text: "export const sin: number;\nexport const cos: number;\n",
};

test("a surface as committed has no problem", () => {
  expect(apiProblems([report], () => report.text, [report.file])).toEqual([]);
});

test("a changed, missing or new line is shown, and how to renew", () => {
  expect(apiProblems([report], (file) => report.text.replace("cos", `tan`) + file, [])).toEqual([
    'api: expected the surface that index.api.md says, got "+ export const cos: number;" and "- export const tan: number;"; if it is meant, run npm run api',
  ]);
  expect(apiProblems([report], () => undefined, [])).toEqual([
    'api: expected the surface that index.api.md says, got "+ export const sin: number;"; if it is meant, run npm run api',
  ]);
  expect(
    apiProblems([report], () => report.text.split("\n").reverse().join("\n"), []),
  ).toHaveLength(1);
});

test("a door that was closed is missed", () => {
  expect(apiProblems([report], () => report.text, [report.file, "special.api.md"])).toEqual([
    "api: expected the door that special.api.md says, got none; if it is meant, run npm run api",
  ]);
});
