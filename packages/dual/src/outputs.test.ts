import {
  type Scalar,
  type Scalars,
  LevelError,
  OperatorError,
  ShapeError,
  lt,
  matrix,
  mul,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import {
  derivative,
  gradient,
  jacobian,
  jet,
  jvp,
  mixedDirectional,
  mixedPartials,
  pushforward,
  secondDirectional,
  taylor,
  valueAndGradient,
} from "./index.ts";

// Functions that do not give what a function should: each door says so, and what it says names the door.

type Wrong = (x: readonly Scalar[]) => unknown;

/** The function of x alone; what is none stays what it is. */
const ofFirst = (f: Wrong): ((x: Scalar) => unknown) =>
  typeof f === "function" ? (x) => f([x, 3]) : f;

// Each door, entered by a function of two scalars whose types nobody has checked.
const doors: Readonly<Record<string, (f: Wrong) => unknown>> = {
  jvp: (f) => jvp(f)([2, 3], [1, 0]),
  pushforward: (f) => pushforward(f)([2, 3], [[1, 0]]),
  jacobian: (f) => jacobian(f)([2, 3]),
  gradient: (f) => gradient(f as () => Scalar)([2, 3]),
  valueAndGradient: (f) => valueAndGradient(f as () => Scalar)([2, 3]),
  derivative: (f) => derivative(ofFirst(f))(2),
  secondDirectional: (f) => secondDirectional(f)([2, 3], [1, 0]),
  mixedDirectional: (f) => mixedDirectional(f)([2, 3], [1, 0], [0, 1]),
  taylor: (f) => taylor(ofFirst(f), 2)(2),
  jet: (f) => jet(f, 2)([[2, 3], [1, 0]]), // prettier-ignore
  mixedPartials: (f) => mixedPartials(f, 2)([2, 3]),
};

/** Those that differentiate a function-valued output, each time it is applied. */
const applying = ["jvp", "pushforward", "derivative"];

describe.each(Object.entries(doors))("%s", (name, enter) => {
  test.each<[string, Wrong, string]>([
    ["nothing", () => undefined, "got undefined; check what the function"],
    ["null in a list", ([x = 0]) => [x, null], "got null; check what the function"],
    ["a promise", ([x = 0]) => Promise.resolve(x), "got an object (Promise); await it beforehand"],
    ["a Map", ([x = 0]) => new Map([["x", x]]), "got an object (Map); check what the function"],
    ["a text", ([x]) => typeof x, 'got "object"; check what the function'],
    ["an Int32Array", () => new Int32Array(2), "got an object (Int32Array); check what"],
    ["a function in a list", () => [Math.sin], "got the function sin; apply it, or differentiate"],
  ])("refuses %s", (_what, f, message) => {
    expect(() => enter(f)).toThrow(OperatorError);
    expect(() => enter(f)).toThrow(
      `${name}: expected a number, Float64Array, Matrix or element, or lists and objects of them, `,
    );
    expect(() => enter(f)).toThrow(message);
  });

  test.each<[unknown, string]>([
    [undefined, "undefined"],
    [3, "3"],
    [[Math.sin], "an array of 1"],
  ])("refuses %s in the place of the function", (f, got) => {
    // What a program that is not type-checked may pass.
    const wrong = f as Wrong;
    expect(() => enter(wrong)).toThrow(OperatorError);
    expect(() => enter(wrong)).toThrow(
      `${name}: expected a function to differentiate, got ${got}; give the function itself first`,
    );
  });

  test("lets what the function throws through, and ends its derivative", () => {
    const mine = new RangeError("mine");
    let kept: Scalar = 0;
    const broken: Wrong = ([x = 0]) => {
      kept = x;
      throw mine;
    };
    expect(() => enter(broken)).toThrow(mine);
    expect(() => mul(kept, 2)).toThrow(LevelError);
  });

  test("refuses an element that another call has left behind", () => {
    let kept: Scalar = 0;
    enter(([x = 0]) => (kept = x));
    expect(() => enter(() => kept)).toThrow(LevelError);
  });
});

test("a part that is computed when it is read is read in time", () => {
  const lazy = ([x, y]: Scalars<2>) => ({
    get product() {
      return mul(x, y);
    },
  });
  expect(jvp(lazy)([2, 3], [1, 10])).toEqual({ value: { product: 6 }, tangent: { product: 23 } });
  expect(jacobian(lazy)([2, 3])).toEqual(matrix([[3, 2]]));
  const coefficients = [{ product: 6 }, { product: 23 }, { product: 10 }];
  expect(jet(lazy, 2)([[2, 3], [1, 10]])).toEqual(coefficients); // prettier-ignore
});

test.each(Object.entries(doors).filter(([name]) => !applying.includes(name)))(
  "%s refuses an output that is a function, and says who takes it",
  (_name, enter) => {
    expect(() => enter(() => Math.sin)).toThrow(OperatorError);
    expect(() => enter(() => Math.sin)).toThrow(
      /^\w+: expected a number, .* or lists and objects of them, got the function .*; apply it, or .* by jvp, pushforward or derivative, which give a function again$/,
    );
  },
);

describe("several evaluations of one function", () => {
  /** Gives one output more at every call. */
  const growing = (): Wrong => {
    let calls = 0;
    return ([x = 0]) => Array.from({ length: ++calls }, () => x);
  };

  test.each<[string, (f: Wrong) => unknown]>([
    ["jacobian", (f) => jacobian(f, { chunk: 1 })([2, 3])],
    ["pushforward", (f) => pushforward(f, { chunk: 1 })([2, 3], [[1, 0], [0, 1]])], // prettier-ignore
  ])("%s refuses outputs of another structure", (name, enter) => {
    expect(() => enter(growing())).toThrow(ShapeError);
    expect(() => enter(growing())).toThrow(
      `${name}: expected the structure [a scalar], got [a scalar,a scalar]; let the function give the same structure at every evaluation`,
    );
  });

  test("a branch on a comparison is taken alike in each", () => {
    const f: Wrong = ([x = 0, y = 0]) => (lt(x, y) ? [x] : [x, y]);
    expect(jacobian(f, { chunk: 1 })([2, 3]).shape).toEqual([1, 2]);
  });
});
