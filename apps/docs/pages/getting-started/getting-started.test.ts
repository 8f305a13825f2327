import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { expect, test } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";
import config from "./lint.config.ts";

const here = import.meta.dirname;

await testPage(import.meta.url);

test("the first program runs in Node as it stands, without types", { timeout: 60_000 }, () => {
  const program = readFileSync(join(here, "first.example.ts"), "utf8");
  const given = ["--import", "tsx", "--conditions=@jacobian/source", "--input-type=module"];
  const printed = execFileSync("node", [...given, "--eval", program], { cwd: here });
  expect(printed.toString()).toBe("Matrix 2×2\n  [1  0]\n  [0  2]\n");
});

test(
  "the lint rule says of the silent example what the page says",
  { timeout: 60_000 },
  async () => {
    const eslint = new ESLint({
      cwd: join(here, "../.."),
      overrideConfigFile: true,
      overrideConfig: config,
      allowInlineConfig: false,
    });
    const [report] = await eslint.lintFiles(join(here, "silent.example.ts"));
    const lines = report?.messages.map(
      ({ line, column, ruleId, message }) => `${line}:${column}  ${ruleId}\n  ${message}`,
    );
    const page = readFileSync(join(here, "index.md"), "utf8");
    expect(lines?.join("\n")).toBe(
      /Of the file above it says\n\n```text\n([^`]+)\n```/u.exec(page)?.[1],
    );
  },
);
