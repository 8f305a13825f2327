import {
  type Scalar,
  type Vector,
  ShapeError,
  add,
  at,
  mul,
  square,
  structured,
  sumOver,
} from "@jacobian/core";
import { afterEach, describe, expect, test, vi } from "vitest";
import { chain, counting, slope } from "../test-support/room.ts";
import { gradient, jacobian, pullback } from "./index.ts";
import { Record } from "./record.ts";
import { giveBack, takeRecord } from "./records.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("room that is kept", () => {
  test("a second call of 1000 operations makes none", () => {
    const f = gradient(chain(1000));
    const first = f(0.4);
    const made = counting();
    expect(f(0.4)).toBe(first);
    expect(first).toBeCloseTo(slope(1000, 0.4), 12);
    expect(made.bytes).toBe(0);
  });

  test("nor does one after a function that threw, or had no scalar to give", () => {
    const broken = (x: Scalar): Scalar => {
      chain(1000)(x);
      throw new RangeError("mine");
    };
    // What a program that is not type-checked may do.
    const pair = ((x: Scalar) => [chain(1000)(x), x]) as unknown as (x: Scalar) => Scalar;
    for (let k = 0; k < 20; k++) {
      expect(() => gradient(broken)(1)).toThrow(RangeError);
      expect(() => gradient(pair)(1)).toThrow(ShapeError);
    }
    const made = counting();
    gradient(chain(1000))(0.4);
    expect(made.bytes).toBe(0);
  });

  test("nor the transpose of a pushforward", () => {
    const rule = structured("long", {
      value: ([x = 0]) => [x],
      shape: ([x = []]) => [x],
      pushforward: ([dx = 0]) => {
        let d = dx;
        for (let k = 0; k < 1000; k++) d = mul(1.001, d);
        return [d];
      },
    });
    const f = gradient((x: Scalar) => rule([x])[0] as Scalar);
    const first = f(1);
    const made = counting();
    expect(f(1)).toBe(first);
    expect(first).toBeCloseTo(1.001 ** 1000, 10);
    expect(made.bytes).toBeLessThan(100);
  });

  test("the first call does make room: the count counts", () => {
    const held = Array.from({ length: 20 }, takeRecord);
    const made = counting();
    gradient(chain(1000))(0.4);
    expect(made.bytes).toBeGreaterThanOrEqual(32 * 1000);
    expect(held).toHaveLength(20);
  });

  test("a Jacobian in lanes makes none either, but for its matrix", () => {
    const J = jacobian((x: Vector) => [chain(1000)(at(x, 0)), chain(500)(at(x, 1))]);
    const x = Float64Array.of(0.4, 0.5);
    J(x);
    const made = counting();
    J(x);
    expect(made.bytes).toBeLessThan(200);
  });

  test("is bounded: many records, and long ones, are not all kept", () => {
    const records = Array.from({ length: 20 }, () => new Record());
    while (takeRecord().operations + takeRecord().bytes > 20_000) continue;
    records.forEach(giveBack);
    const kept = Array.from({ length: 20 }, takeRecord).filter((record) =>
      records.includes(record),
    );
    expect(kept.length).toBeLessThanOrEqual(8);
  });

  test("eight records and 64 MiB at the most", () => {
    const drained = () => {
      while (takeRecord().bytes > new Record().bytes) continue;
      for (let k = 0; k < 8; k++) takeRecord();
    };
    const given = (bytes: number): Record => {
      const record = new Record();
      vi.spyOn(record, "bytes", "get").mockReturnValue(bytes);
      giveBack(record);
      return record;
    };
    drained();
    const nine = Array.from({ length: 9 }, () => given(1));
    expect(nine.map(() => nine.indexOf(takeRecord()))).toEqual([7, 6, 5, 4, 3, 2, 1, 0, -1]);

    const half = 32 * 2 ** 20;
    const [first, second, third] = [given(half), given(half), given(1)];
    expect(takeRecord()).toBe(second);
    expect(takeRecord()).toBe(first);
    expect(takeRecord()).not.toBe(third);
    const over = given(2 * half + 1);
    expect(takeRecord()).not.toBe(over);
  });

  test("a record is empty when it is taken again", () => {
    const record = new Record();
    record.scalar(record.reserve(3), 1, 0, 0);
    record.whole([], () => undefined);
    expect([record.operations, record.slots]).toEqual([2, 5]);
    giveBack(record);
    expect(takeRecord()).toBe(record);
    expect([record.operations, record.slots, record.wholes.length]).toEqual([0, 1, 0]);
  });
});

describe("nothing leaks", () => {
  test("nested tapes of different lengths, interleaved", () => {
    const inner = (n: number) => (x: Scalar) => gradient(chain(n))(x);
    const f = (x: Scalar) => add(mul(inner(300)(x), inner(20)(x)), chain(700)(x));
    const g = (x: number): number => slope(300, x) * slope(20, x);
    const h = 1e-3;
    const d = (step: number) => (g(0.4 + step) - g(0.4 - step)) / (2 * step);
    const expected = (4 * d(h / 2) - d(h)) / 3 + slope(700, 0.4);
    expect(gradient(f)(0.4)).toBeCloseTo(expected, 6);
    expect(gradient(f)(0.4)).toBe(gradient(f)(0.4));
  });

  test("a pullback that is held keeps its record", () => {
    const { pullback: back } = pullback((x: Vector) => sumOver(50, (i) => square(at(x, i))))(
      Float64Array.from({ length: 50 }, (_, k) => k),
    );
    for (let k = 0; k < 20; k++) gradient(chain(1000))(0.1 * k);
    expect(back(0.5)).toEqual(Float64Array.from({ length: 50 }, (_, k) => k));
  });

  test("a function that calls a held pullback of its own while it is swept", () => {
    const { pullback: back } = pullback((x: Scalar) => square(x))(3);
    const f = (x: Scalar): Scalar => mul(x, back(1));
    expect(gradient(f)(2)).toBe(6);
    expect(back(1)).toBe(6);
  });

  test("a sweep in the middle of a sweep of the same record", () => {
    let again: ((w: number) => unknown) | undefined;
    const echo = structured("echo", {
      value: (inputs) => inputs,
      shape: (shapes) => shapes,
      pushforward: (tangents) => tangents,
      pullback: (bars) => {
        const sweep = again;
        again = undefined;
        sweep?.(5);
        return bars;
      },
    });
    // The rule is used on scalars only.
    const { pullback: back } = pullback((x: Scalar) => mul(square(x), echo([x])[0] as Scalar))(3);
    again = back;
    expect(back(1)).toBe(27);
    expect(again).toBeUndefined();
  });

  test("a function that throws, and the next call", () => {
    const broken = (x: Scalar): Scalar => {
      chain(100)(x);
      throw new RangeError("mine");
    };
    expect(() => gradient(broken)(1)).toThrow(RangeError);
    expect(gradient(chain(10))(0.4)).toBeCloseTo(slope(10, 0.4), 15);
  });

  test("results are no views of the room", () => {
    const f = gradient((x: Vector) => sumOver(3, (i) => square(at(x, i))));
    const first = f(Float64Array.of(1, 2, 3));
    f(Float64Array.of(4, 5, 6));
    expect(first).toEqual(Float64Array.of(2, 4, 6));
  });
});
