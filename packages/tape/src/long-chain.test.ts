import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Index, type Vector, add, fold, mul, scalar, sin, sum, tanh } from "@jacobian/core";
import { expect, test } from "vitest";
import { checkpointedFold, valueAndGradient } from "./index.ts";

setFlagsFromString("--expose-gc");
// The collector's own function, as the flag shows it to a new context.
const collect = runInNewContext("gc") as () => void;

/** Bytes that are reachable now. */
const live = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const steps = 100_000;
const MiB = 2 ** 20;

/** A recurrent cell on 8 units, which looks at the memory at every 20 000th call. */
const watched = () => {
  const before = live();
  const seen = { calls: 0, most: 0 };
  const cell = (h: Vector, i: Index, w: Vector, b: Vector): Vector => {
    if (seen.calls++ % 20_000 === 0) seen.most = Math.max(seen.most, live() - before);
    return tanh(add(mul(w, h), mul(b, Math.cos(scalar(i)))));
  };
  return { cell, seen };
};

interface Parameters {
  readonly w: Vector;
  readonly b: Vector;
}
const start = Float64Array.from({ length: 8 }, (_, k) => 0.1 * k);
const at: Parameters = {
  w: Float64Array.from(start, (_, k) => 0.8 + 0.05 * k),
  b: Float64Array.from(start, (_, k) => Math.sin(1 + k)),
};

test("a recurrent chain of 100 000 steps within 64 MiB, to the bits of the stored one", () => {
  const kept = watched();
  const loop = checkpointedFold(kept.cell);
  const sparing = valueAndGradient(({ w, b }: Parameters) => sum(sin(loop(steps, start, w, b))))(
    at,
  );
  // 83 carries of 8 numbers are some kB; the bound leaves room for what the test runner does meanwhile.
  expect(kept.seen.most).toBeGreaterThan(0);
  expect(kept.seen.most).toBeLessThan(8 * MiB);

  const stored = watched();
  const plainly = ({ w, b }: Parameters) =>
    sum(sin(fold(steps, start, (h: Vector, i) => stored.cell(h, i, w, b))));
  expect(valueAndGradient(plainly)(at)).toEqual(sparing);
  expect(stored.seen.most).toBeGreaterThan(64 * MiB);
}, 120_000);
