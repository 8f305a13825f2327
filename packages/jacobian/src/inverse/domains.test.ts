import { describe, expect, test } from "vitest";
import {
  type Scalar,
  DomainError,
  exp,
  gt,
  implicit,
  localInverse,
  log,
  mul,
  square,
  sub,
} from "../index.ts";

// What f does where it is not asked to be, beyond its domain.

/** exp on (−∞, 1.2], in the words of someone who checks his input. */
const bounded =
  (error: Error) =>
  (x: Scalar): Scalar => {
    if (gt(x, 1.2)) throw error;
    return exp(x);
  };

describe("an estimate of the Lipschitz constant", () => {
  test("keeps to the ball on which f answers", () => {
    const f = bounded(new DomainError("exp: expected at most 1.2, got more; stay below"));
    const inverse = localInverse(f)(1);
    expect(inverse.domainRadius).toBeGreaterThan(0.02);
    expect(inverse.domainRadius).toBeLessThanOrEqual(0.2);
    expect(inverse.newton(2.9).x).toBeCloseTo(Math.log(2.9), 12);
    expect(localInverse(f, { within: 1 })(1).radius).toBe(0);
  });

  test("passes another error of f on", () => {
    expect(() => localInverse(bounded(new RangeError("mine")))(1)).toThrow(RangeError);
  });
});

test("a start at which f has no value, though its derivative has one there", () => {
  expect(() => localInverse(log)(-1)).toThrow(DomainError);
  expect(() => localInverse(log, { lipschitz: 1, within: 0.5 })(-1)).toThrow(
    "localInverse: expected a finite value at x0, got NaN;",
  );
});

test("constants that are no containers stay what they are", () => {
  const table = new Map([["a", 3]]);
  const f = (x: Scalar, constants: ReadonlyMap<string, number>): Scalar =>
    mul(x, constants.get("a") ?? NaN);
  expect(localInverse(f)(1, table).at(6)).toBe(2);
});

describe("an implicit function", () => {
  test("starts where it was where the tangent leaves the domain", () => {
    const { at } = implicit((x: Scalar, y: Scalar) => sub(log(y), x))(0, 1);
    // Along the tangent y = 1 + x, which is beyond 0 there.
    for (const x of [-1, -2, -5]) expect(at(x)).toBeCloseTo(Math.exp(x), 14);
  });

  test("follows the tangent elsewhere: the other root is as near to the start", () => {
    const { at } = implicit((x: Scalar, y: Scalar) => sub(square(y), x))(1, 1);
    expect(at(4)).toBeCloseTo(2, 14);
  });
});
