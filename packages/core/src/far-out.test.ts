import { describe, expect, test } from "vitest";
import { pushed, slope } from "../test-support/push.ts";
import {
  amax,
  atan,
  hypot,
  logsumexp,
  mod,
  mul,
  norm2,
  piecewise,
  pow,
  tanh,
  value,
  type Value,
} from "./index.ts";

// Where a formula that is right on paper loses its digits, its range or its sign.

const second = (f: (x: Value) => Value, x: number): number =>
  value(slope((y) => slope(f, y), x)) as number;

/** To 1e-13 of the expected value, however small that is. */
const close = (got: unknown, expected: number): void =>
  expect(Number(got) / expected).toBeCloseTo(1, 13);

describe("derivatives far out (expected values by mpmath, 60 digits)", () => {
  test("hypot″ keeps its digits and its sign", () => {
    const along = (x: Value): Value => hypot(x, 1);
    close(second(along, 1e8), 1e-24);
    close(
      second((x) => hypot(1, x), 1e6),
      9.999999999985e-19,
    );
  });

  test("hypot″ at the origin is 0, as its derivative is by convention", () => {
    expect(second((x) => hypot(x, 0), 0)).toBe(0);
  });

  test("atan″ does not underflow before its time", () => {
    close(second(atan, 1e90), -2e-270);
  });

  test("tanh″ at 250", () => {
    close(second(tanh, 250), -5.6996611253930284e-217);
  });

  test("the gradient of logsumexp sums to 1 however large the entries", () => {
    for (const big of [1e5, 1e8, 1e16]) {
      const along = (d: readonly number[]) =>
        pushed((x) => logsumexp(x), [Float64Array.of(big, big)], [Float64Array.from(d)]);
      expect(along([1, 0])).toBe(0.5);
      expect(along([1, 1])).toBe(1);
    }
  });

  test("norm2 and amax at the ends of the range", () => {
    expect(norm2(Float64Array.of(Number.MAX_VALUE))).toBe(Number.MAX_VALUE);
    const alongNaN = pushed(
      (x) => amax(x),
      [Float64Array.of(NaN, 1, NaN)],
      [Float64Array.of(1, 0, 0)],
    );
    expect(alongNaN).toBe(0.5);
  });
});

describe("values where the platform departs from the standard", () => {
  test("a remainder of 0 has the sign of the divisor", () => {
    expect(mod(-4, 2)).toBe(0);
    expect(mod(-0, 2)).toBe(0);
    expect(mod(4, -2)).toBe(-0);
  });

  test("1 to any power is 1 (IEEE 754-2019, 9.2.1)", () => {
    expect([pow(1, Infinity), pow(1, NaN), pow(-1, Infinity), pow(-1, -Infinity)]).toEqual([
      1, 1, 1, 1,
    ]);
  });
});

test("a switch that captured an element of an outer level compares by its value", () => {
  const outer = (t: Value): Value => {
    const bent = piecewise("bent", {
      value: (x) => (x > 0 ? 3 * x : 7 * x),
      pieces: [(x) => mul(3, x), (x) => mul(7, x)],
      switches: [[(x) => x, () => mul(0, t)]],
      atTie: "mean",
    });
    return mul(
      t,
      slope((x) => bent(x), -0.5),
    );
  };
  expect(slope(outer, 1)).toBe(7);
});
