import {
  type Scalar,
  type Vector,
  DomainError,
  add,
  eq,
  floor,
  ge,
  gt,
  log,
  lt,
  mul,
  sqrt,
  square,
  step,
  sub,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { clarke, directional, jacobian } from "../index.ts";

const equal = "equal to the Clarke Jacobian";

describe("not locally Lipschitz", () => {
  test.each<[string, (x: Scalar) => Scalar, string]>([
    ["√ at 0", (x) => sqrt(x), "sqrt(0)"],
    ["√(x²), which is |x| only as a whole", (x) => sqrt(square(x)), "sqrt(0)"],
    ["a jump", (x) => step(x), "step(0)"],
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
    expect(() => clarke(f)(0)).toThrow(`got ${got};`);
  });

  test("a value of its own at one point", () => {
    expect(() => clarke((x: Scalar) => (eq(x, 0) ? 5 : x))(0)).toThrow(DomainError);
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
      "clarke: expected a finite Jacobian at the point, got ∞ or NaN;",
    );
  });

  test("what is not selected in an array does not count, entry by entry", () => {
    const safe = (x: Vector): Vector => where("gt", x, 1, sqrt(x), mul(0.5, add(x, 1)));
    expect([...jacobian(safe)(Float64Array.of(0, 4)).data]).toEqual([0.5, 0, 0, 0.25]);
    const other = (x: Vector): Vector => where("lt", x, 1, sqrt(x), mul(0.5, add(x, 1)));
    expect(() => jacobian(other)(Float64Array.of(0, 4))).toThrow("got sqrt(0);");
  });

  test("what is not selected does not count", () => {
    const safe = (x: Scalar): Scalar => where("gt", x, 1, sqrt(x), div2(add(x, 1)));
    expect(clarke(safe)(0).interval).toEqual([0.5, 0.5]);
  });
});

const div2 = (x: Scalar): Scalar => mul(0.5, x);
