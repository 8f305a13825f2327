import { expect, test } from "vitest";
import { callerOf, withLongStacks } from "./call-site.ts";

/** An error with the stack of another engine. */
const withStack = (...lines: string[]): Error =>
  Object.assign(new Error("x"), { stack: lines.join("\n") });

/** Where the stack is taken: in a package. */
const taken = "    at visit (/packages/nonsmooth/src/kinks/kinks.ts:1:2)";
const core = new URL(".", import.meta.url).pathname;

test.each([
  ["Node", "    at model (/home/me/model.ts:12:7)", "/home/me/model.ts:12:7"],
  [
    "Node, a module's top level",
    "    at file:///home/me/a b.mjs:1:2",
    "file:///home/me/a b.mjs:1:2",
  ],
  ["Windows", "    at model (C:\\me\\model.js:3:4)", "C:\\me\\model.js:3:4"],
  [
    "Chromium",
    "    at Object.model [as f] (http://localhost:5173/src/model.ts?t=17:12:7)",
    "http://localhost:5173/src/model.ts?t=17:12:7",
  ],
  [
    "Firefox",
    "model@http://localhost:5173/src/model.ts:12:7",
    "http://localhost:5173/src/model.ts:12:7",
  ],
  ["Safari", "@https://a.example/m.js:9:1", "https://a.example/m.js:9:1"],
])("a line of %s", (_engine, line, place) => {
  expect(callerOf(withStack("Error: x", taken, line))).toBe(place);
});

test("the packages, their neighbours in node_modules and the platform are skipped", () => {
  const stack = withStack(
    "Error: x at (/no/line)",
    taken,
    "    at jacobian (/packages/nonsmooth/src/lexicographic/lexicographic.ts:7:8)",
    `    at UnaryRule.apply (${core}unary-rule.ts:43:47)`,
    `    at norm2 (${core}arrays/reductions.ts:1:2)`,
    "    at solve (/p/node_modules/@jacobian/linalg/dist/index.js:1:2)",
    "    at Array.map (<anonymous>)",
    "    at node:internal/process:1:2",
    "    at mine (/p/src/mine.ts:5:6)",
    "    at main (/p/src/main.ts:7:8)",
  );
  expect(callerOf(stack)).toBe("/p/src/mine.ts:5:6");
});

test("no line of anybody's", () => {
  expect(callerOf(withStack("Error: x"))).toBeUndefined();
  expect(callerOf(withStack("Error: x", taken))).toBeUndefined();
});

test("stacks are long meanwhile, and left alone in an engine that limits none", () => {
  const engine = Error as object as { stackTraceLimit?: number };
  const { stackTraceLimit = 10 } = engine;
  expect(withLongStacks(() => engine.stackTraceLimit)).toBe(Math.max(stackTraceLimit, 100));
  delete engine.stackTraceLimit;
  try {
    expect(withLongStacks(() => engine.stackTraceLimit)).toBeUndefined();
    expect(engine).not.toHaveProperty("stackTraceLimit");
  } finally {
    engine.stackTraceLimit = stackTraceLimit;
  }
});
