import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  abs,
  add,
  atan2,
  eq,
  floor,
  ge,
  gt,
  le,
  log,
  lt,
  mod,
  mul,
  piecewise,
  relu,
  sqrt,
  square,
  step,
  sub,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { branch, choice, jump, root } from "../../test-support/rooted.ts";
import { clarke, directional, jacobian } from "../index.ts";

const equal = "equal to the Clarke Jacobian";

describe("not locally Lipschitz", () => {
  test.each<[string, (x: Scalar) => Scalar, string]>([
    ["√ at 0", (x) => sqrt(x), "sqrt(0)"],
    ["√(x²), which is |x| only as a whole", (x) => sqrt(square(x)), "sqrt(0)"],
    ["a jump", (x) => step(x), "step(0)"],
    [
      "a jump of a branch that does not cross",
      (x) => (gt(square(x), 0) ? 1 : 0),
      "one that jumps where gt compares 0 with 0",
    ],
    ["a jump of the remainder", (x) => mod(x, 2), "mod(0, 2)"],
    ["the cut of the angle", (x) => atan2(x, -1), "atan2(0, -1)"],
    ["a jump times 0", (x) => mul(x, step(x)), "step(0)"],
    ["a jump below a switch", (x) => where("gt", floor(x), 0.5, x, 0), "floor(0)"],
    [
      "branches of where that differ",
      (x) => where("gt", x, 0, 1, 0),
      "where with pieces that differ where 0 meets 0",
    ],
    [
      "a branch that jumps",
      (x) => (lt(x, 0) ? 0 : add(x, 1)),
      "one that jumps where lt compares 0 with 0",
    ],
  ])("%s", (_name, f, got) => {
    expect(() => clarke(f)(0)).toThrow(DomainError);
    expect(() => clarke(f)(0)).toThrow(`got ${got}`);
  });

  test.each([
    ["√", root, "sqrt(0)", "5:"],
    ["a step", jump, "step(0)", "7:"],
    ["a branch", branch, "lt compares 0 with 0", "9:"],
    ["where", choice, "where 0 meets 0", "11:"],
  ] as const)("says in which line: %s", (_name, f, got, line) => {
    const message = new RegExp(`${got.replace(/[()]/g, "\\$&")} at \\S*rooted\\.ts:${line}\\d+;`);
    expect(() => clarke(f)(0)).toThrow(message);
    expect(() => directional(f)(0, 1)).toThrow(message);
    expect(() => jacobian(f)(0)).toThrow(message);
  });

  test("a value of its own at one point", () => {
    expect(() => clarke((x: Scalar) => (eq(x, 0) ? 5 : x))(0)).toThrow(DomainError);
  });

  test("one element, a direction: as the set, unless the other outcome is taken nowhere", () => {
    const jumping = (x: Scalar): Scalar => (le(square(x), 0) ? mul(0, x) : add(mul(0, x), 1));
    expect(() => directional(jumping)(0, 1)).toThrow(DomainError);
    expect(() => jacobian(jumping)(0)).toThrow(DomainError);
    const guarded = (x: Scalar): Scalar => (lt(square(x), 0) ? 5 : x);
    expect(clarke(guarded)(0).interval).toEqual([1, 1]);
    expect(directional(guarded)(0, -2)).toBe(-2);
    expect(jacobian(guarded)(0).at(0, 0)).toBe(1);
  });

  const tie = piecewise("tie", {
    arity: 2,
    value: (x, y) => (x > 0 ? y : 2 * y),
    pieces: [(_x, y) => y, (_x, y) => mul(2, y)],
    switches: [[(x) => x, () => 0]],
    atTie: "last",
  });

  test.each<[string, (x: Scalar, y: Scalar) => Scalar]>([
    ["where", (x, y) => where("gt", x, 0, y, mul(2, y))],
    ["a branch", (x, y) => (gt(x, 0) ? y : mul(2, y))],
    ["a primitive of one's own", (x, y) => tie(x, y)],
    ["beside other kinks", (x, y) => add(abs(y), gt(add(x, abs(y)), 0) ? y : mul(2, y))],
  ])("outcomes that agree at the point and not beside it: %s", (_name, g) => {
    // At (0, y) it jumps by y.
    expect(() => clarke(([x, y]: Scalars<2>) => g(x, y))([0, 0])).toThrow(
      "expected a function that is locally Lipschitz at the point, got one that jumps where",
    );
  });

  test("jumps that cancel, and outcomes that agree along the tie, are none", () => {
    const cancelled = ([x, y]: Scalars<2>): Scalar =>
      add(where("gt", x, 0, y, mul(2, y)), where("gt", x, 0, mul(2, y), y));
    expect(clarke(cancelled)([0, 0]).contains([0, 3])).toBe(true);
    const along = ([x, y]: Scalars<2>): Scalar => (gt(x, y) ? add(x, y) : mul(2, y));
    expect(clarke(along)([0, 0]).promise).toBe(equal);
  });

  test("an operand that stays at 0 makes no jump", () => {
    expect(clarke((x: Scalar) => atan2(0, x))(-1).interval).toEqual([0, 0]);
    expect(clarke((x: Scalar) => mod(0, x))(3).interval).toEqual([0, 0]);
  });

  test("NaN", () => {
    expect(() => clarke((x: Scalar) => relu(x))(NaN)).toThrow(DomainError);
  });

  test("comparisons that depend on each other are no jump", () => {
    const f = (x: Scalar): Scalar => {
      const side = lt(x, 0) ? -1 : 1;
      const again = ge(x, 0) ? sub(mul(2, x), side) : sub(x, side);
      return lt(mul(2, x), 0) ? sub(again, 1) : add(again, 1);
    };
    expect(clarke(f)(0)).toMatchObject({ interval: [1, 2], promise: equal });
    expect(directional(f)(0, -1)).toBe(-1);
    expect(jacobian(f)(0).at(0, 0)).toBe(2);
  });

  test("selections of other values cannot be taken close by", () => {
    const f = (x: Scalar): Scalar => {
      const u = lt(x, 0) ? sub(x, 1) : add(mul(5, x), 1);
      return lt(mul(2, x), 0) ? mul(3, add(u, 1)) : sub(u, 1);
    };
    expect(clarke(f)(0)).toMatchObject({ interval: [3, 5], promise: equal });
  });

  test("the same two values are compared once", () => {
    const f = (x: Scalar): Scalar => {
      const u = lt(x, 0) ? x : mul(2, x);
      return gt(x, 0) ? mul(3, u) : ge(0, x) ? mul(5, u) : u;
    };
    expect(clarke(f, { limit: 2 })(0).interval).toEqual([5, 6]);
  });

  test("a Jacobian that is not finite", () => {
    expect(() => clarke((x: Scalar) => log(x))(0)).toThrow(
      "clarke: expected a finite value and Jacobian at the point, got ∞ or NaN;",
    );
  });

  test("what is not selected in an array does not count, entry by entry", () => {
    const safe = (x: Vector): Vector => where("gt", x, 1, sqrt(x), mul(0.5, add(x, 1)));
    expect([...jacobian(safe)(Float64Array.of(0, 4)).data]).toEqual([0.5, 0, 0, 0.25]);
    const other = (x: Vector): Vector => where("lt", x, 1, sqrt(x), mul(0.5, add(x, 1)));
    expect(() => jacobian(other)(Float64Array.of(0, 4))).toThrow("got sqrt(0)");
  });

  test("what is not selected does not count", () => {
    const safe = (x: Scalar): Scalar => where("gt", x, 1, sqrt(x), div2(add(x, 1)));
    expect(clarke(safe)(0).interval).toEqual([0.5, 0.5]);
  });
});

const div2 = (x: Scalar): Scalar => mul(0.5, x);
