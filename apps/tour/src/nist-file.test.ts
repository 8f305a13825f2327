import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { misra1a, thurber } from "./models.ts";
import { parseRegression } from "./nist-file.ts";
import { sourceOf } from "./source.ts";

const read = (name: string) => readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");
const text = read("Misra1a.dat");
const parse = (changed: string) => parseRegression(sourceOf("M.dat", changed), misra1a);
/** The file with one line replaced; lines count from 1. */
const withLine = (line: number, replacement: string) =>
  text
    .split("\n")
    .with(line - 1, replacement)
    .join("\n");

test("Misra1a is read column by column", () => {
  const { parameters, starts, certified, x, y } = parse(text);
  expect(parameters).toEqual(["b1", "b2"]);
  expect(starts).toEqual([Float64Array.of(500, 0.0001), Float64Array.of(250, 0.0005)]);
  expect(certified.parameters).toEqual(Float64Array.of(238.94212918, 5.5015643181e-4));
  expect(certified.standardErrors).toEqual(Float64Array.of(2.7070075241, 7.2668688436e-6));
  expect(certified.sumOfSquares).toBe(0.12455138894);
  expect([x.length, x[0], x.at(-1)]).toEqual([14, 77.6, 760]);
  expect([y.length, y[0], y.at(-1)]).toEqual([14, 10.07, 81.78]);
});

test("Thurber has seven parameters and 37 observations", () => {
  const { parameters, starts, x } = parseRegression(
    sourceOf("T.dat", read("Thurber.dat")),
    thurber,
  );
  expect(parameters).toHaveLength(7);
  expect(starts[1].at(-1)).toBe(0.05);
  expect([x.length, x[0], x.at(-1)]).toEqual([37, -3.067, 2.2]);
});

describe("a malformed file names its line", () => {
  test.each([
    [
      "letters for a number",
      63,
      "      abc     141.1E0",
      'M.dat:63: expected a finite number, got "abc"; ',
    ],
    ["NaN", 63, "      NaN     141.1E0", 'M.dat:63: expected a finite number, got "NaN"; '],
    ["too few columns", 70, "      55.05E0", "M.dat:70: expected 2 numbers, got 1 (55.05E0); "],
    ["too many columns", 70, "1 2 3", "M.dat:70: expected 2 numbers, got 3 (1 2 3); "],
    ["a blank line in the data", 70, "", "M.dat:70: expected 2 numbers, got none; "],
    ["a start missing", 42, "  b2 = 0.0001 5E-04 7E-06", "M.dat:42: expected 4 numbers, got 3 "],
    ["no parameter", 41, "", 'M.dat:41: expected b1 = and 4 numbers, got ""; '],
    [
      "lines beyond the end",
      7,
      "  Data   (lines 61 to 99)",
      "M.dat:7: expected some lines of the 74 in the file, got 61 to 99; ",
    ],
    [
      "lines backwards",
      7,
      "  Data   (lines 61 to 60)",
      "M.dat:7: expected some lines of the 74 in the file, got 61 to 60; ",
    ],
    [
      "a parameter too few",
      5,
      " Starting Values (lines 41 to 41)",
      "M.dat:5: expected 2 lines of the 74 in the file, got 41 to 41; ",
    ],
    [
      "no line numbers",
      7,
      "  Data",
      'M.dat:74: expected a line "Data   (lines 41 to 47)", got the end of the file; ',
    ],
    [
      "an observation lost",
      7,
      "  Data   (lines 61 to 73)",
      "M.dat:47: expected Number of Observations 13, got 14; ",
    ],
    [
      "wrong degrees of freedom",
      46,
      "Degrees of Freedom:  11",
      "M.dat:46: expected Degrees of Freedom 12, got 11; ",
    ],
    [
      "no certified sum",
      44,
      "",
      'M.dat:74: expected a line "Residual Sum of Squares:  NUMBER", got the end of the file; ',
    ],
    [
      "an empty certified sum",
      44,
      "Residual Sum of Squares:",
      "M.dat:44: expected 1 number, got none; ",
    ],
    [
      "another data set",
      2,
      "Dataset Name:  Thurber",
      "M.dat:2: expected Dataset Name:  Misra1a, got Thurber; ",
    ],
  ])("%s", (_, line, replacement, message) => {
    expect(() => parse(withLine(line, replacement))).toThrow(message);
  });

  test("cut short", () => {
    const cut = text.split("\n").slice(0, 65).join("\n");
    expect(() => parse(cut)).toThrow("M.dat:7: expected some lines of the 65 in the file");
  });
});
