import * as core from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { along, flatten, outline, paired, plain, unflatten } from "./container.ts";
import { inner } from "./table.ts";
import type { Container } from "@jacobian/core";

const { Matrix } = core;

const nested = {
  a: [1, { b: Float64Array.of(2, 3) }],
  w: Matrix.fromRows([[4, 5, 6]]),
  none: new Float64Array(0),
};

describe("containers", () => {
  test("flatten goes through keys in insertion order and matrices row by row", () => {
    expect(flatten(nested)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(
      flatten(
        Matrix.fromRows([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toEqual([1, 2, 3, 4]);
    expect(flatten({ z: 1, a: 2 })).toEqual([1, 2]);
    expect(flatten([])).toEqual([]);
  });

  test("unflatten is its reverse, and makes new storage", () => {
    const copy = unflatten(core, nested, [6, 5, 4, 3, 2, 1]);
    expect(flatten(copy)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(outline(copy)).toBe(outline(nested));
    expect(flatten(nested)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("unflatten refuses too few numbers and too many", () => {
    expect(() => unflatten(core, [1, 2], [3])).toThrow(RangeError);
    expect(() => unflatten(core, [1, 2], [3, 4, 5])).toThrow(RangeError);
  });

  test("outline tells every kind apart", () => {
    expect(outline(nested)).toBe("{a: [number, {b: vector 2}], w: matrix 1×3, none: vector 0}");
  });

  test("plain gives back numbers and refuses anything else", () => {
    expect(outline(plain(nested))).toBe(outline(nested));
    const notNumbers = (() => 1) as unknown as Container;
    expect(() => plain(notNumbers)).toThrow(TypeError);
  });

  test("paired is the inner product over all parts", () => {
    const w = unflatten(core, nested, [1, 0, -1, 2, 0, 1]);
    expect(paired(core, w, nested)).toBe(1 - 3 + 8 + 6);
    expect(paired(core, w, nested)).toBe(inner(flatten(w), flatten(nested)));
  });

  test("along is x + t·v in every part", () => {
    const v = unflatten(core, nested, [1, 0, -1, 2, 0, 1]);
    expect(flatten(plain(along(core, nested, 10, v)))).toEqual([11, 2, -7, 24, 5, 16]);
  });
});
