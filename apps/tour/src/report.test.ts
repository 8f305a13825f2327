import { expect, test } from "vitest";
import { long, plain, Report, short } from "./report.ts";

const recorder = () => {
  const lines: string[] = [];
  const out = (line: string): void => void lines.push(line);
  return { lines, report: new Report({ out, err: out }) };
};

test("stops are numbered", () => {
  const { lines, report } = recorder();
  report.stop("One");
  report.stop("Two");
  expect(lines).toEqual(["", "1. One", "──────", "", "2. Two", "──────"]);
});

test("a table aligns its first column to the left and the others to the right", () => {
  const { lines, report } = recorder();
  report.table(["", "value"], ["long name", "1"], ["b"]);
  expect(lines).toEqual(["              value", "  long name       1", "  b"]);
});

test("checks are counted, and those that fail", () => {
  const { lines, report } = recorder();
  report.atMost(1, "small", 0.5);
  report.atMost(1, "large", 2);
  report.atMost(1, "undefined", NaN);
  report.atLeast(8, "digits", 9);
  report.atLeast(8, "digits", 7.5);
  expect([report.checks, report.failed]).toEqual([5, 3]);
  expect(lines).toEqual([
    "  ✓ small: 0.5 (at most 1)",
    "  ✗ FAILED large: 2 (at most 1)",
    "  ✗ FAILED undefined: NaN (at most 1)",
    "  ✓ digits: 9 (at least 8)",
    "  ✗ FAILED digits: 7.5 (at least 8)",
  ]);
});

test("numbers in three lengths", () => {
  expect([short(1.23456e-13), short(0), short(12.3456)]).toEqual(["1.23e-13", "0", "12.3"]);
  expect([plain(2), plain(-0.00055015643), plain(0)]).toEqual(["2.00000", "-5.50156e-4", "0"]);
  expect([long(238.94212918), long(5.5015643181e-4)]).toEqual(["238.94212918", "5.5015643181e-4"]);
});
