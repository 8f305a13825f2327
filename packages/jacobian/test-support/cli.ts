import { expect } from "vitest";
import { type Outcome, run, type Surroundings } from "../src/cli/run.ts";

const files = new Map([["polar.txt", "# polar coordinates\nr*cos(t)\nr*sin(t)\n"]]);

const surroundings = (input?: string): Surroundings => ({
  readFile: (path) => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`no such file, ${path}`);
    return text;
  },
  readInput: () => input,
  version: () => "1.2.3",
});

export const polar = "r*cos(t); r*sin(t)";
export const cli = (args: readonly string[], input?: string): Outcome =>
  run(args, surroundings(input));
export const printed = (...args: string[]): string => {
  const { stdout, stderr, code } = cli(args);
  expect([stderr, code]).toEqual(["", 0]);
  return stdout;
};
export const json = (...args: string[]): unknown => JSON.parse(printed(...args, "--json"));
