import { describe, expect, test } from "vitest";
import {
  type Integral,
  type Scalar,
  type Scalars,
  DomainError,
  OperatorError,
  ShapeError,
  add,
  integrate,
  changeOfVariables,
  log,
  reciprocal,
} from "../index.ts";
import { polar, whole } from "../../test-support/integrals.ts";

const one = () => 1;
/** What a program that is not type-checked may pass. */
const unchecked = integrate as (f: unknown, region: unknown, options?: unknown) => Integral;

describe("integrate", () => {
  test.each([
    [[], "an array of 0"],
    [[1], "an array of 1"],
    [[0, 1, 2], "an array of 3"],
    [[[0, 1], 2], "an array of 2"],
    [7, "7"],
    [new Array<unknown>(5).fill([0, 1]), "an array of 5"],
  ])("%j is no region", (region, got) => {
    expect(() => unchecked(() => 1, region)).toThrow(DomainError);
    expect(() => unchecked(() => 1, region)).toThrow(
      `integrate: expected an interval [from, to], or a list of one for each of 1 to 4 variables, got ${got}; write [0, 1] or [[0, 1], [0, 2]]`,
    );
  });

  test.each<readonly [number, number]>([
    [1, 0],
    [NaN, 1],
    [Infinity, Infinity],
    [-Infinity, -Infinity],
    [Infinity, -Infinity],
  ])("[%d, %d] is no interval from a lower to an upper bound", (from, to) => {
    expect(() => integrate((x) => x, [from, to])).toThrow(DomainError);
    expect(() => integrate((x) => x, [from, to])).toThrow(
      /interval from a lower to an upper bound/,
    );
  });

  test("bounds that cross are told with the variables before", () => {
    expect(() =>
      integrate(
        () => 1,
        [
          [-1, -0.5],
          [0, ([x]) => x],
        ],
      ),
    ).toThrow(/got \[0, -0\.75\] beside -0\.75; order them/);
  });

  test.each([
    [{ tolerance: -1 }, "tolerance -1"],
    [{ tolerance: NaN }, "tolerance NaN"],
    [{ maxEvaluations: 0 }, "maxEvaluations 0"],
    [{ tolerance: "0.1" }, 'tolerance "0.1"'],
    [{ maxEvaluations: "9" }, 'maxEvaluations "9"'],
    [{ tol: 1e-3 }, "tol"],
    [null, "null"],
  ])("options %j", (options, got) => {
    expect(() => unchecked(() => 1, [0, 1], options)).toThrow(DomainError);
    expect(() => unchecked(() => 1, [0, 1], options)).toThrow(
      `integrate: expected options { tolerance, maxEvaluations } with a tolerance from 0 to 1 and at least one evaluation, got ${got}; leave them out for 1e-10 and 500 000`,
    );
  });

  test.each([
    [["0", 1], '["0", 1]'],
    [[0, undefined], "[0, undefined]"],
    [
      [
        [0, 1],
        [0, () => Float64Array.of(1)],
      ],
      "[0, Vector 1 [1]] beside 0.5",
    ],
    [
      [
        [0, 1],
        [0, () => undefined],
      ],
      "[0, undefined] beside 0.5",
    ],
  ])("bounds that are no numbers: %j", (region, got) => {
    expect(() => unchecked(() => 1, region)).toThrow(DomainError);
    expect(() => unchecked(() => 1, region)).toThrow(
      `integrate: expected bounds that are numbers, got ${got}; a bound is a number, ±Infinity, or a function of the variables before it`,
    );
  });

  test("finite bounds without a finite distance", () => {
    expect(() => integrate((x) => x, [-1e308, 1e308])).toThrow(DomainError);
    expect(() => integrate((x) => x, [-1e308, 1e308])).toThrow(
      "integrate: expected an interval of finite length, or with infinite bounds, got [-1e308, 1e308]; write ±Infinity for what is so far away",
    );
  });

  test("no function", () => {
    expect(() => unchecked("x", [0, 1])).toThrow(OperatorError);
    expect(() => unchecked("x", [0, 1])).toThrow(
      'integrate: expected a function to integrate, got "x"; give functions first, then the region',
    );
  });

  test("an integrand that gives no scalar", () => {
    expect(() => unchecked((x: number) => [x, x], [0, 1])).toThrow(ShapeError);
  });

  test("NaN and ∞ inside are told with the point", () => {
    expect(() => integrate((x) => log(x), [-1, 1])).toThrow(
      "integrate: expected an integrand that is finite inside the region, got NaN at (-0.991455); make the place a bound, or leave it out",
    );
    // The first point that is looked at is the middle.
    expect(() =>
      integrate(
        ([x, y]) => reciprocal(add(x, y)),
        [
          [-1, 1],
          [-1, 1],
        ],
      ),
    ).toThrow(/got Infinity at \(0, 0\)/);
    expect(() =>
      integrate(
        ([x, y]) => reciprocal(add(x, y)),
        [
          [-1, 1],
          [-1, 1],
        ],
      ),
    ).toThrow(DomainError);
  });
});

test("a bound that writes into its list does not change the variables before", () => {
  const bound = (x: Scalar[]) => ((x[0] = 100), 1);
  // Of a program that is not type-checked: lists are to be read only.
  const region = [
    [0, 1],
    [0, bound],
  ] as never;
  expect(unchecked(([x]: Scalars<1>) => x, region).value).toBeCloseTo(0.5, 14);
});

test("a function that writes into its list does not change the point that is told", () => {
  const f = (x: Scalar[]) => (x[0] = NaN);
  expect(() =>
    integrate(f, [
      [0, 1],
      [0, 1],
    ]),
  ).toThrow(/got NaN at \(0\.5, 0\.5\)/);
});

describe("changeOfVariables", () => {
  test("a map to fewer dimensions", () => {
    const shadow = ([x, y]: Scalars<2>) => add(x, y);
    expect(() =>
      changeOfVariables(one, shadow, [
        [0, 1],
        [0, 1],
      ]),
    ).toThrow(ShapeError);
    expect(() =>
      changeOfVariables(one, shadow, [
        [0, 1],
        [0, 1],
      ]),
    ).toThrow(
      "changeOfVariables: expected a map with at least as many outputs as variables, got a Jacobian that is a 1×2 matrix; its image is flat or covered many times",
    );
  });

  test("no functions", () => {
    // @ts-expect-error no function
    expect(() => changeOfVariables(1, polar, [[0, 1], whole])).toThrow(
      "changeOfVariables: expected a function to integrate, got 1; give functions first, then the region",
    );
    // @ts-expect-error no function
    expect(() => changeOfVariables(one, [[0, 1], whole], polar)).toThrow(
      "changeOfVariables: expected a map after the integrand, got an array of 2; give functions first, then the region",
    );
  });

  test("an integrand that gives no scalar", () => {
    // @ts-expect-error a list is no scalar
    expect(() => changeOfVariables(([x, y]) => [x, y], polar, [[0, 1], whole])).toThrow(ShapeError);
  });

  test("a region that is none is told in its own name", () => {
    expect(() => changeOfVariables(one, polar, [[1, 0], whole])).toThrow(
      /^changeOfVariables: expected an interval/,
    );
  });

  test("a map that is not finite inside is told with the point", () => {
    const root = ([x, y]: Scalars<2>) => [log(x), y];
    expect(() =>
      changeOfVariables(one, root, [
        [-1, 1],
        [0, 1],
      ]),
    ).toThrow(DomainError);
    expect(() =>
      changeOfVariables(one, root, [
        [-1, 1],
        [0, 1],
      ]),
    ).toThrow(/got NaN at \(0, 0\.5\)/);
  });
});
