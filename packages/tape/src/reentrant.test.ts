import {
  type Scalar,
  type Vector,
  LevelError,
  add,
  at,
  lt,
  mul,
  square,
  structured,
  sum,
  value,
} from "@jacobian/core";
import { expect, test } from "vitest";
import { checkpoint, customVjp, gradient, record } from "./index.ts";

// A record that is being overwritten or swept holds another point: whoever uses it meanwhile would get, and
// leave behind, numbers of neither.

let tape: { gradient(x: number): unknown } | undefined;
const own = (): void => {
  tape?.gradient(1);
};

test.each<[string, (x: Scalar) => Scalar]>([
  [
    "f, when it is recorded again",
    (x) => {
      own();
      return lt(x, 1) ? square(x) : x;
    },
  ],
  [
    "a function of the user, when it is replayed",
    (x) =>
      checkpoint((y: Scalar): Scalar => {
        own();
        return lt(y, 1) ? square(y) : y;
      })(x),
  ],
  [
    "a pullback of the user, when it is swept",
    customVjp(
      (x: Scalar): Scalar => (lt(x, 1) ? square(x) : x),
      (bar) => {
        own();
        return bar;
      },
    ),
  ],
])("%s", (_name, f) => {
  tape = undefined;
  const recorded = record(f)(0.5);
  const before = recorded.gradient(0.25);
  tape = recorded;
  expect(() => recorded.gradient(3)).toThrow(LevelError);
  expect(() => recorded.gradient(3)).toThrow(
    /gradient: expected a function that does not use its own record, .*; evaluate the function itself/,
  );
  // And it is left in order.
  tape = undefined;
  expect(recorded.gradient(0.25)).toBe(before);
  expect(recorded.gradient(3)).toBe(gradient(f)(3));
});

test("a function that writes into its further arguments gets them anew each time", () => {
  const f = (x: Scalar, c: Float64Array): Scalar => {
    c[0]! += 1;
    return mul(x, lt(x, 1) ? c[0]! : 2 * c[0]!);
  };
  const recorded = record(f)(0.5, Float64Array.of(1));
  expect(recorded.gradient(2)).toBe(4);
  expect(recorded.gradient(0.5)).toBe(2);
});

test("several results, of which some are used twice and some not at all", () => {
  const both = structured("both", {
    value: ([x = 0, y = 0]) => [value(mul(x, y)), value(sum(x)), value(add(x, y))],
    shape: ([shape = []]) => [shape, [], shape],
    pushforward: ([dx = 0, dy = 0], [x = 0, y = 0]) => [
      add(mul(dx, y), mul(x, dy)),
      sum(dx),
      add(dx, dy),
    ],
  });
  const f = (x: Vector): Scalar => {
    const [p, q] = both([x, mul(x, 2)]) as [Vector, Scalar];
    const [unused, , r] = both([x, p]) as [Vector, Scalar, Vector];
    expect(unused).toBeDefined();
    return mul(add(sum(p), q), at(r, 1));
  };
  const recorded = record(f)(Float64Array.of(1, 2));
  for (const x of [Float64Array.of(3, -4), Float64Array.of(-0, NaN), Float64Array.of(1, 2)]) {
    expect(recorded.gradient(x)).toEqual(gradient(f)(x));
    expect(recorded.value).toEqual(f(x));
  }
  expect(recorded.evaluations).toBe(1);
});
