import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  LevelError,
  OperatorError,
  UndecidedError,
  abs,
  add,
  amax,
  at,
  clamp,
  eq,
  hypot,
  matrix,
  max,
  mul,
  neg,
  norm2,
  piecewise,
  relu,
  square,
  sub,
  sum,
  vector,
  where,
} from "@jacobian/core";
import { derivative } from "@jacobian/dual";
import { eigvalsh } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import { clarke, jacobian } from "../index.ts";

const contains = "hull contains the Clarke Jacobian";
const equal = "equal to the Clarke Jacobian";

describe("wrong input", () => {
  test("no function, no number of selections", () => {
    // Only a program that is not type-checked comes with these.
    expect(() => clarke(3 as unknown as () => Scalar)([1])).toThrow(OperatorError);
    expect(() => clarke((x: Scalar) => x, { limit: -1 })).toThrow(
      "clarke: expected a whole number from 0 on as limit, got -1; leave out",
    );
    expect(() => clarke((x: Scalar) => x, { samples: 0.5 })).toThrow(DomainError);
  });

  test("an element of an outer derivative", () => {
    const f = (x: Scalar): Scalar => {
      clarke((y: Scalar) => abs(y))(x);
      return x;
    };
    expect(() => derivative(f)(0)).toThrow(LevelError);
  });

  test("a derivative within f, at a kink of what it differentiates", () => {
    const slope = (x: Scalar): Scalar => derivative((y: Scalar) => mul(abs(y), y))(x);
    expect(() => clarke(slope)(0)).toThrow(UndecidedError);
    expect(() => jacobian(slope)(0)).toThrow(
      "nonsmooth: expected f to leave alone the numbers that are at its kinks, got Selected",
    );
    expect(clarke(slope)(-2).interval).toEqual([-2, -2]);
    const largest = (x: Scalar): Scalar =>
      derivative((y: Scalar) => amax(vector([y, mul(2, y)])))(x);
    expect(() => clarke(largest)(0)).toThrow(UndecidedError);
  });

  test("more selections than the limit: an error that says what to do, or samples", () => {
    const f = (x: Vector): Scalar => abs(sub(sum(abs(x)), sum(x)));
    const origin = new Float64Array(7);
    expect(() => clarke(f, { limit: 100 })(origin)).toThrow(
      "clarke: expected at most 100 selections of kinks within each other, got more; raise limit",
    );
    const inside = clarke(f, { limit: 100, samples: 30 })(origin);
    expect(inside.promise).toBe("contained in the Clarke Jacobian");
    for (const J of inside.generators ?? [])
      expect(J.data.every((entry) => entry === 0 || entry === -2)).toBe(true);
  });
});

describe("traps", () => {
  test("relu(x) − relu(−x) is x, its selections are 0, 1 and 2", () => {
    const set = clarke((x: Scalar) => sub(relu(x), relu(neg(x))))(0);
    expect(set.promise).toBe(contains);
    expect(set.interval).toEqual([0, 2]);
    expect(set.contains(1)).toBe(true);
  });

  test("clamp(x, 0, 0) is 0, with one kink", () => {
    const set = clarke((x: Scalar) => clamp(x, 0, 0))(0);
    expect(set.promise).toBe(contains);
    expect(set.interval).toEqual([0, 1]);
  });

  test("curvature opens a cone that gradients close: max(y, 0) and max(x² − y, 0)", () => {
    const f = ([x, y]: Scalars<2>): Scalar => sub(relu(y), relu(sub(square(x), y)));
    // In 0 < y < x² both are active, and the gradient is (0, 2) there.
    const set = clarke(f)([0, 0]);
    expect(set.contains([0, 2])).toBe(true);
    expect(set.promise).toBe(contains);
  });

  test("a piece beside a switch that never crosses", () => {
    const f = (x: Scalar): Scalar => where("gt", square(x), 0, x, neg(x));
    expect(clarke(f)(0).promise).toBe(contains);
  });

  test("an equality holds nowhere nearby, unless everywhere", () => {
    expect(clarke((x: Scalar) => (eq(x, 0) ? 0 : mul(2, x)))(0).interval).toEqual([2, 2]);
    const flat = clarke((x: Scalar) => (eq(mul(0, x), 0) ? x : mul(2, x)))(0);
    expect(flat.promise).toBe(contains);
    expect(flat.interval).toEqual([1, 2]);
  });
});

describe("known sets", () => {
  test("the square of the L∞ norm's ball, in order", () => {
    const set = clarke(([x, y]: Scalars<2>) => max(abs(x), abs(y)))([0, 0]);
    expect(set.kind).toBe("polygon");
    expect(set.generators?.map((J) => [...J.data])).toEqual([
      [-1, 0],
      [0, -1],
      [1, 0],
      [0, 1],
    ]);
    expect(set.promise).toBe(equal);
  });

  test.each([5, 12])(
    "the L∞ norm in R%i: 2n of n·2ⁿ selections have Jacobians of their own",
    (n) => {
      const set = clarke((x: Vector) => amax(abs(x)))(new Float64Array(n));
      expect(set.promise).toBe(equal);
      expect(set.generators).toHaveLength(2 * n);
      expect(set.support(Float64Array.from({ length: n }, (_, k) => -k))).toBe(n - 1);
    },
  );

  test("what no selection depends on is not counted, what one does is", () => {
    const f = (x: Vector): Scalar => max(sum(abs(x)), mul(2, amax(abs(x))));
    const set = clarke(f, { limit: 100 })(new Float64Array(6));
    expect(set.promise).toBe(equal);
    expect(set.generators).toHaveLength(2 ** 6 + 12);
    expect(() => clarke(f, { limit: 70 })(new Float64Array(6))).toThrow(DomainError);
  });

  test("the largest of n tied entries has n generators", () => {
    const set = clarke((x: Vector) => amax(x))(new Float64Array(9));
    expect(set.generators).toHaveLength(9);
    expect([...set.nearestToZero().data]).toEqual(new Array(9).fill(expect.closeTo(1 / 9, 12)));
  });

  test("the largest eigenvalue at a multiple one: matrices of trace 1", () => {
    const largest = ([a, b, c]: Scalars<3>): Scalar =>
      at(
        eigvalsh(
          matrix([
            [a, b],
            [b, c],
          ]),
        ),
        1,
      );
    const set = clarke(largest)([1, 0, 1]);
    expect(set).toMatchObject({ kind: "support", promise: equal, generators: undefined });
    // σ(D) is the largest eigenvalue of [[d₀, d₁/2·2], …]: of D as a symmetric matrix.
    expect(set.support([3, 4, -3])).toBeCloseTo(5, 12);
    expect(set.contains([0.5, 1, 0.5])).toBe(true);
    expect(set.contains([0.5, 1.01, 0.5])).toBe(false);
    expect(set.contains([0.6, 0, 0.5])).toBe(false);
  });

  test("the sum of all eigenvalues is the trace, and is not claimed to be known", () => {
    const trace = ([a, b, c]: Scalars<3>): Scalar =>
      sum(
        eigvalsh(
          matrix([
            [a, b],
            [b, c],
          ]),
        ),
      );
    const set = clarke(trace)([1, 0, 1]);
    expect(set.promise).toBe(contains);
    expect(set.contains([1, 0, 1])).toBe(true);
  });

  test("norms within norms are refused", () => {
    expect(() => clarke(([x, y, z]: Scalars<3>) => hypot(hypot(x, y), z))([0, 0, 0])).toThrow(
      "clarke: expected norms and eigenvalues that do not stand within each other at their kinks, got hypot",
    );
  });

  test("a relu of a norm, whose pieces agree only where the norm's direction is not known", () => {
    const set = clarke((x: Vector) => relu(norm2(x)))(new Float64Array(2));
    expect(set.support([3, 4])).toBeCloseTo(5, 12);
    expect(set.promise).toBe(equal);
  });

  test("a primitive of one's own, entry by entry in a container", () => {
    const tent = piecewise("tent", {
      value: (x) => (x > 1 ? 2 - x : x),
      pieces: [(x) => sub(2, x), (x) => x],
      switches: [[(x) => x, () => 1]],
      atTie: "last",
    });
    const f = ({ w, b }: { w: Vector; b: Scalar }): Scalar => add(sum(tent(w)), b);
    const set = clarke(f)({ w: Float64Array.of(1, 0), b: 3 });
    expect(set.promise).toBe(equal);
    expect(set.generators?.map((J) => [...J.data]).sort()).toEqual([
      [-1, 1, 1],
      [1, 1, 1],
    ]);
    expect(set.support({ w: Float64Array.of(2, 0), b: 1 })).toBe(3);
  });
});
