import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseObservation } from "./camera-file.ts";
import { sourceOf } from "./source.ts";

const text = readFileSync(new URL("../data/ba-camera.txt", import.meta.url), "utf8");
const parse = (changed: string) => parseObservation(sourceOf("c.txt", changed));
const line = 1 + text.split("\n").findIndex((each) => each.startsWith("focal"));

test("the shipped observation", () => {
  const { view, feature, error, jacobian } = parse(text);
  expect(view.rotation).toEqual([-0.758453, -1.109613, -0.845551]);
  expect([view.focal, view.weight, ...feature]).toEqual([
    419.194514, 0.417022, 271.760969, 834.209256,
  ]);
  expect(error).toEqual([0.10133583791450886, -0.06896776592424401]);
  expect(jacobian.shape).toEqual([2, 15]);
  expect([jacobian.at(0, 0), jacobian.at(1, 14)]).toEqual([
    -461.4463210015993, -0.16538160078960118,
  ]);
});

test("the order of the lines is free", () => {
  expect(parse(text.split("\n").reverse().join("\n"))).toEqual(parse(text));
});

describe("a malformed file names its line", () => {
  test.each([
    ["letters", "focal long", `c.txt:${line}: expected a finite number, got "long"; `],
    ["NaN", "focal NaN", `c.txt:${line}: expected a finite number, got "NaN"; `],
    ["too few numbers", "focal", `c.txt:${line}: expected 1 number, got none; `],
    ["too many numbers", "focal 1 2", `c.txt:${line}: expected 1 number, got 2 (1 2); `],
    ["an unknown name", "fokal 1", `c.txt:${line}: expected one of focal, principal, `],
    ["a name twice", "centre 1 2 3", `, got "centre" for the second time; `],
  ])("%s", (_, replacement, message) => {
    expect(() => parse(text.replace(/^focal.*$/m, replacement))).toThrow(message);
  });

  test("a name missing", () => {
    expect(() => parse(text.replace(/^focal.*\n/m, ""))).toThrow(
      'c.txt:33: expected a line "focal", got the end of the file; add it',
    );
  });
});
