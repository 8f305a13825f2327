import {
  type Scalar,
  type Scalars,
  abs,
  add,
  clamp,
  cos,
  exp,
  floor,
  leakyRelu,
  max,
  mod,
  mul,
  neg,
  piecewise,
  relu,
  sign,
  sqrt,
  square,
  stopGradient,
  sub,
  sum,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { jet, mixedPartials, taylor } from "../index.ts";

// At a kink a series follows its curve forwards, t ↓ 0: it is the piece that the curve enters.

describe("a kink", () => {
  test("is left by the piece that the first coefficient enters", () => {
    expect(jet((x: Scalar) => abs(x), 2)([0, 1])).toEqual([0, 1, 0]);
    expect(jet((x: Scalar) => abs(x), 2)([0, -3])).toEqual([0, 3, 0]);
    expect(jet((x: Scalar) => relu(x), 1)([0, 1])).toEqual([0, 1]);
    expect(jet((x: Scalar) => relu(x), 1)([0, -1])).toEqual([0, 0]);
    expect(jet((x: Scalar) => leakyRelu(x, 0.25), 1)([0, -1])).toEqual([0, -0.25]);
  });

  test("or by the first that is not 0", () => {
    expect(jet((x: Scalar) => abs(x), 4)([0, 0, 0, -2, 5])).toEqual([0, 0, 0, 2, -5]);
    expect(taylor((x) => abs(sub(cos(x), 1)), 4)(0)[4]).toBeCloseTo(-1 / 24, 16);
    expect(taylor((x) => max(mul(2, x), exp(x)), 3)(0)).toEqual(taylor((x) => exp(x), 3)(0));
    expect(taylor((x) => max(add(1, x), exp(x)), 3)(0)).toEqual(taylor((x) => exp(x), 3)(0));
  });

  test("also where the switch is flatter than the kink", () => {
    const flat = piecewise("flat", {
      value: Math.abs,
      pieces: [(x) => x, (x) => neg(x)],
      switches: [[(x) => mul(x, square(x)), () => 0]],
      atTie: "mean",
    });
    expect(taylor((x) => flat(x), 4)(0)).toEqual([0, 1, 0, 0, 0]);
    expect(jet((x: Scalar) => flat(x), 3)([0, -1])).toEqual([0, 1, 0, 0]);
    expect(taylor((x) => flat(sub(x, x)), 4)(0)).toEqual([0, 0, 0, 0, 0]);
  });

  test("mixed partials follow every line on its own side", () => {
    const partials = mixedPartials(([x, y]: Scalars<2>) => abs(sub(x, y)), 1)([0, 0]);
    expect([partials.at(1, 0), partials.at(0, 1)]).toEqual([1, 1]);
  });

  test("a curve that stays in it has the convention, where all pieces are the same", () => {
    expect(jet((x: Scalar) => abs(x), 3)([0])).toEqual([0, 0, 0, 0]);
    expect(taylor((x) => max(x, x), 2)(1)).toEqual([1, 1, 0]);
  });

  test("is decided entry by entry", () => {
    const curve = [Float64Array.of(0, 0, 2), Float64Array.of(1, -1, -1)] as const;
    expect(jet((x: Float64Array) => abs(x), 1)(curve)[1]).toEqual(Float64Array.of(1, 1, -1));
    expect(jet((x: Float64Array) => clamp(x, 0, 2), 1)(curve)[1]).toEqual(
      Float64Array.of(1, 0, -1),
    );
  });

  test("of a smooth seam: the second derivative jumps where the first does not", () => {
    const huber = piecewise("huber", {
      value: (x) => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5),
      pieces: [(x) => sub(x, 0.5), (x) => sub(neg(x), 0.5), (x) => mul(0.5, square(x))],
      switches: [
        [(x) => x, () => 1],
        [(x) => neg(x), () => 1],
      ],
      atTie: "mean",
    });
    expect(jet((x: Scalar) => huber(x), 2)([1, 1])).toEqual([0.5, 1, 0]);
    expect(jet((x: Scalar) => huber(x), 2)([1, -1])).toEqual([0.5, -1, 0.5]);
    expect(jet((x: Scalar) => huber(x), 3)([1, 0, 1])).toEqual([0.5, 0, 1, 0]);
  });

  test("a piece that is not entered is not run", () => {
    const guarded = piecewise("guarded", {
      value: (x) => Math.max(x, 0),
      pieces: [
        (x) => x,
        () => {
          throw new RangeError("not here");
        },
      ],
      switches: [[(x) => x, () => 0]],
      atTie: "first",
    });
    expect(taylor((x) => guarded(x), 1)(2)).toEqual([2, 1]);
  });
});

describe("what selects by value", () => {
  test("where: the branch that its relation names at t = 0, whatever is not chosen", () => {
    expect(taylor((x) => where("gt", x, 0, sqrt(x), 0), 2)(0)).toEqual([0, 0, 0]);
    expect(taylor((x) => where("ge", x, 0, square(x), neg(x)), 2)(0)).toEqual([0, 0, 1]);
  });

  test("steps: the value at the point itself, also where the curve leaves it at once", () => {
    expect(jet((x: Scalar) => floor(x), 1)([2, -1])).toEqual([2, 0]);
    expect(taylor((x) => sign(x), 1)(0)).toEqual([0, 0]);
    expect(taylor((x) => mul(x, stopGradient(x)), 2)(3)).toEqual([9, 3, 0]);
    expect(taylor((x) => mod(x, 2), 2)(4)).toEqual([0, 1, 0]);
  });

  test("NaN travels", () => {
    expect(taylor((x) => sum(abs(x)), 1)(NaN)).toEqual([NaN, 1]);
  });
});
