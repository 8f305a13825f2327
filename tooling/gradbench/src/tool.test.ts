import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** An exchange as the harness would hold it: what it writes to the tool, and what the tool writes back. */
const exchange = (lines: readonly string[]): unknown[] => {
  const tool = fileURLToPath(new URL("tool.ts", import.meta.url));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--conditions=@jacobian/source", "--import=tsx", tool],
    { input: lines.map((line) => `${line}\n`).join(""), encoding: "utf8" },
  );
  expect([status, stderr]).toEqual([0, ""]);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
};

test("an exchange, line by line, goes on after an error and ends with its input", () => {
  const responses = exchange([
    '{"id": 0, "kind": "start", "eval": "hello"}',
    '{"id": 1, "kind": "define", "module": "hello"}',
    '{"id": 2, "kind": "evaluate", "module": "hello", "function": "cube", "input": 3}',
    "not a message",
    '{"id": 4, "kind": "evaluate", "module": "hello", "function": "square", "input": 3}',
    '{"id": 5, "kind": "analysis", "of": 4, "valid": true}',
  ]);
  expect(responses).toMatchObject([
    { id: 0, tool: "jacobian" },
    { id: 1, success: true },
    { id: 2, success: false },
    { id: null, success: false },
    { id: 4, success: true, output: 9, timings: [{ name: "evaluate" }] },
    { id: 5 },
  ]);
});
