import {
  type Scalar,
  type Vector,
  LevelError,
  abs,
  add,
  at,
  clamp,
  eq,
  floor,
  iterate,
  lt,
  max,
  mul,
  sign,
  square,
  stopGradient,
  sub,
  value,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, record } from "./index.ts";

// A record would outlive the derivative around it: what f learns of an element of that one, in whatever way,
// would stay as it was.

const parabola = (x: Scalar): Scalar => square(x);

describe("a recorded function that learns of an element of the derivative around it", () => {
  test.each<[string, (c: Scalar, x: Scalar) => Scalar]>([
    ["compares it", (c, x) => (lt(c, 5) ? square(x) : x)],
    ["compares what is made of it", (c, x) => (lt(mul(2, square(c)), 5) ? square(x) : x)],
    ["compares it with the input", (c, x) => (eq(x, c) ? square(x) : x)],
    ["reads it", (c, x) => mul(x, value(c))],
    ["reads it by a step function", (c, x) => mul(x, floor(c))],
    ["reads its sign", (c, x) => mul(x, sign(c))],
    ["reads it by stopGradient", (c, x) => mul(x, stopGradient(c))],
    ["chooses by it", (c, x) => mul(x, where("lt", c, 5, 2, 3))],
    ["clamps it away", (c, x) => mul(x, clamp(c, 7, 9))],
    ["takes a maximum that is another", (c, x) => mul(x, max(c, 100))],
    [
      "counts steps by it",
      (c, x) =>
        iterate(
          (y: Scalar) => lt(c, value(y)),
          mul(0, x),
          (y) => add(y, x),
        ),
    ],
    ["uses it", (c, x) => mul(c, x)],
    ["gives it", (c) => c],
    [
      "compares it in a derivative inside",
      (c, x) => gradient((y: Scalar) => (lt(c, 5) ? mul(y, y) : y))(x),
    ],
    [
      "takes a kink of it in a derivative inside",
      (c, x) => mul(x, value(gradient((y: Scalar) => abs(y))(c))),
    ],
    ["records what reads it", (c, x) => mul(x, record((y: Scalar) => mul(y, floor(c)))(2).value)],
  ])("%s", (_name, f) => {
    const around = (c: Scalar): Scalar => record((x: Scalar) => f(c, x))(3).value;
    expect(() => gradient(around)(3)).toThrow(LevelError);
    expect(() => gradient(around)(3)).toThrow(
      /record: expected plain numbers .* of a derivative around it/,
    );
    // And so at each replay that records again.
    const later = (c: Scalar): Scalar =>
      record((x: Scalar) => (lt(x, 2) ? f(c, x) : x))(3).gradient(1);
    expect(() => gradient(later)(3)).toThrow(
      /record: expected plain numbers .* of a derivative around it/,
    );
  });

  test("an entry of an array", () => {
    const around = (c: Vector): Scalar =>
      record((x: Scalar) => (lt(at(c, 0), at(c, 1)) ? square(x) : x))(3).value;
    expect(() => gradient(around)(Float64Array.of(1, 2))).toThrow(LevelError);
  });
});

describe("is nothing to be afraid of", () => {
  test("where the record is made before, or where f does not know of it", () => {
    const tape = record(parabola)(3);
    const f = (c: Scalar): Scalar =>
      mul(c, add(tape.gradient(value(c)), record(parabola)(3).value));
    expect(gradient(f)(5)).toBe(19);
  });

  test("where it belongs to a derivative inside", () => {
    const inner = (y: Scalar): Scalar => (lt(y, 5) ? mul(floor(y), max(y, 1)) : y);
    const tape = record((x: Scalar) => mul(x, gradient(inner)(add(x, 0.5))))(3);
    expect(tape.gradient(3)).toBe(3);
  });

  test("what compares it after the record is made, or after a recording that failed", () => {
    const f = (c: Scalar): Scalar => {
      expect(() => record((_x: Scalar): Scalar => value(c))(1)).toThrow(LevelError);
      expect(record(parabola)(3).value).toBe(9);
      return lt(c, 5) ? square(c) : c;
    };
    expect(gradient(f)(3)).toBe(6);
  });

  test("where the derivative has ended: it is a constant that can be read", () => {
    let kept: Scalar = 0;
    gradient((c: Scalar) => (kept = sub(c, 1)))(3);
    expect(record((x: Scalar) => mul(x, value(kept)))(1).gradient(5)).toBe(2);
  });
});
