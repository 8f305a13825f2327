import { expect, test } from "vitest";
import { problems } from "../problems/all.ts";
import type { Figures } from "./measure-function.ts";
import { print } from "./print.ts";
import { cpp } from "./recorded.ts";
import { measured, rows } from "./rows.ts";

const figures = (packages: number, byHand: number): Figures => ({
  nanoseconds: { packages, "by hand": byHand },
  differences: { packages: 1e-16, "by hand": 0 },
  before: 40,
  peak: 50,
});

test("every function of every problem stands in a row", () => {
  const named = rows.flatMap(({ name, value, derivative }) =>
    [value, derivative].flatMap((f) => (f === undefined ? [] : [`${name.split("-")[0]!} ${f}`])),
  );
  const all = [...problems].flatMap(([name, { names }]) => names.map((f) => `${name} ${f}`));
  expect(new Set(named)).toEqual(new Set(all));
});

test("what was recorded of C++ belongs to a row", () => {
  const titles = new Set(rows.map(({ title }) => title));
  expect([...cpp.keys()].filter((title) => !titles.has(title))).toEqual([]);
});

test("a derivative is set against the value, against the loops by hand, and against C++", () => {
  const row = rows.find(({ title }) => title === "lse-n2500")!;
  expect(measured(row, figures(60_000, 20_000), figures(12_000, 15_000))).toEqual({
    title: "lse-n2500",
    value: 12_000,
    derivative: 60_000,
    derivativePerValue: 5,
    valueByHand: 15_000,
    derivativeByHand: 20_000,
    derivativePerValueByHand: 4,
    derivativePerDerivativeByHand: 3,
    cppByHand: 16_300,
    codipack: 51_600,
    peakMegabytes: 50,
    megabytesBefore: 40,
    difference: 1e-16,
  });
});

test("a function without a value has no ratio to it, and what is missing is a dash", () => {
  const row = rows.find(({ title }) => title === "saddle-s1 fr")!;
  const printed = print([measured(row, figures(3.68e6, 1e6))]);
  expect(
    printed
      .split("\n")
      .at(-1)!
      .split("|")
      .map((cell) => cell.trim()),
  ).toEqual([
    ...["", "saddle-s1 fr", "–", "3.7 ms", "–", "–", "1.0 ms", "–", "3.7", "–"],
    ...["1.8 ms", "2.0", "21 ms", "50 MB", ""],
  ]);
});
