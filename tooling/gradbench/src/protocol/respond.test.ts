import { describe, expect, test } from "vitest";
import { respond } from "./respond.ts";

interface Response {
  readonly id: unknown;
  readonly success?: boolean;
  readonly error?: string;
  readonly output?: unknown;
  readonly tool?: string;
  readonly timings?: readonly { readonly name: string; readonly nanoseconds: number }[];
}

const answer = (message: unknown): Response =>
  JSON.parse(respond(typeof message === "string" ? message : JSON.stringify(message))) as Response;

const evaluate = (module: string, name: string, input: unknown): Response =>
  answer({ id: 7, kind: "evaluate", module, function: name, input });

describe("what goes wrong is the response", () => {
  test.each(['{"id": 1', "null", "[]", '{"kind": "start"}', ""])(
    "a line that is no message: %j",
    (line) => {
      const { id, success, error } = answer(line);
      expect([id, success]).toEqual([null, false]);
      expect(error).toBe(
        `tool: expected a JSON object with an id, got ${line}; send one message on each line`,
      );
    },
  );

  test("a module of another name", () => {
    const { id, success, error } = answer({ id: 1, kind: "define", module: "fft" });
    expect([id, success]).toEqual([1, false]);
    expect(error).toMatch(/^define: expected one of hello, .*, saddle, got "fft"; ask for one/);
    expect(answer({ id: 1, kind: "define" }).error).toContain("got none;");
    expect(evaluate("toString", "square", 1).error).toContain('got "toString"');
  });

  test("a function of another name", () => {
    const { id, success, error } = evaluate("hello", "toString", 3);
    expect([id, success]).toEqual([7, false]);
    expect(error).toBe(
      'evaluate: expected one of square, double, got "toString"; name a function of the module',
    );
  });

  test("an input of another form", () => {
    const { id, success, error } = evaluate("lse", "gradient", { y: [1] });
    expect([id, success]).toEqual([7, false]);
    expect(error).not.toBe("");
  });

  test("an error in the evaluation", () => {
    const { success, error, output } = evaluate("kmeans", "cost", {
      points: [[1, 2]],
      centroids: [[1]],
    });
    expect([success, output]).toEqual([false, undefined]);
    expect(error).toMatch(/^timesTransposed: expected .*, got a 1×2 matrix and a 1×1 matrix; /);
  });

  test.each([
    ["hello", "square", 1e200, "Infinity"],
    ["lse", "primal", { x: [1e308, Infinity] }, "NaN"],
    ["det", "gradient", { A: [1e200, 0, 0, 0, 1e200, 0, 0, 0, 1e200], ell: 3 }, "Infinity"],
  ])("an output that is no number of JSON: %s %s", (module, name, input, got) => {
    // JSON has no ∞, but numbers that are read as ∞.
    const line = JSON.stringify({ id: 7, kind: "evaluate", module, function: name, input });
    const { id, success, output, error } = answer(line.replace("null", "1e309"));
    expect([id, success, output]).toEqual([7, false, undefined]);
    expect(error).toBe(
      `tool: expected an output of finite numbers, got ${got}; evaluate where the function and its derivative are finite`,
    );
  });
});

test("start names the tool, define the modules that it has, analysis is acknowledged", () => {
  expect(answer({ id: 0, kind: "start", eval: "hello" })).toEqual({ id: 0, tool: "jacobian" });
  expect(answer({ id: 1, kind: "define", module: "saddle" })).toEqual({ id: 1, success: true });
  expect(answer({ id: 2, kind: "analysis", of: 1, valid: true })).toEqual({ id: 2 });
});

test("evaluate gives the output and a timing", () => {
  const { id, success, output, timings } = evaluate("hello", "double", 3);
  expect({ id, success, output }).toEqual({ id: 7, success: true, output: 6 });
  expect(timings).toHaveLength(1);
  expect(timings![0]!.name).toBe("evaluate");
  expect(timings![0]!.nanoseconds).toBeGreaterThan(0);
});

test("evaluate runs as often and as long as it is asked to", () => {
  const often = evaluate("lse", "primal", { x: [0, 0], min_runs: 5, min_seconds: 0 });
  expect(often.timings).toHaveLength(5);
  expect(often.output).toBeCloseTo(Math.LN2, 15);
  const long = evaluate("lse", "primal", { x: [0, 0], min_runs: 1, min_seconds: 0.01 });
  const spent = long.timings!.reduce((sum, { nanoseconds }) => sum + nanoseconds, 0);
  expect(spent).toBeGreaterThanOrEqual(1e7);
  expect(spent - long.timings!.at(-1)!.nanoseconds).toBeLessThan(1e7);
});

test("vectors and matrices are lists", () => {
  expect(evaluate("det", "gradient", { A: [1, 2, 3, 4], ell: 2 }).output).toEqual([4, -3, -2, 1]);
  const input = {
    points: [
      [0, 0],
      [2, 0],
      [5, 5],
    ],
    centroids: [
      [0.5, 0],
      [4, 4],
    ],
  };
  expect(evaluate("kmeans", "dir", input).output).toEqual([
    [-0.5, 0],
    [-1, -1],
  ]);
});
