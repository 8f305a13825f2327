import { aligned, duration } from "@tooling/bench/table";
import type { Measured } from "./rows.ts";

const time = (x: number | undefined): string => (x === undefined ? "–" : duration(x));

/** Two digits are all that such a ratio is worth. */
const times = (x: number | undefined): string =>
  x === undefined ? "–" : x < 100 ? x.toPrecision(2) : x.toFixed(0);

const head = [
  "problem",
  "value",
  "derivative",
  "÷ value",
  "value by hand",
  "derivative by hand",
  "derivative ÷ value by hand",
  "÷ derivative by hand",
  "TensorFlow.js",
  "C++ by hand",
  "÷ C++",
  "CoDiPack",
  "peak memory",
];

/** The figures as a Markdown table. */
export const print = (figures: readonly Measured[]): string =>
  aligned([
    head,
    ...figures.map((row) => [
      row.title,
      time(row.value),
      time(row.derivative),
      times(row.derivativePerValue),
      time(row.valueByHand),
      time(row.derivativeByHand),
      times(row.derivativePerValueByHand),
      times(row.derivativePerDerivativeByHand),
      time(row.tensorflow),
      time(row.cppByHand),
      times(row.cppByHand === undefined ? undefined : row.derivative / row.cppByHand),
      time(row.codipack),
      `${row.peakMegabytes} MB`,
    ]),
  ]);
