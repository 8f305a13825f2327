import { expect, test } from "vitest";
import {
  type Bilinear,
  type Scalar,
  type Scalars,
  type Vector,
  bilinear,
  entriesOf,
  mul,
  relu,
} from "../index.ts";
import { check } from "./index.ts";

test("a function with another number of outputs at each call: the engines differ, and it is said in what", () => {
  let calls = 0;
  const report = check(([x, y]: Scalars<2>): readonly Scalar[] =>
    calls++ % 2 === 0 ? [x] : [x, y],
  )([1, 2]);
  expect(report.ok).toBe(false);
  expect(report.toString()).toMatch(/tape +DIFFERS {2}4 entries, not 2/);
});

test("an error of the function's own passes, whichever", () => {
  const broken = (_x: Scalar): Scalar => {
    throw new RangeError("mine");
  };
  expect(() => check(broken)(1)).toThrow(RangeError);
  let calls = 0;
  const later = (x: Scalar): Scalar => (++calls < 3 ? x : broken(x));
  expect(() => check(later)(1)).toThrow(RangeError);
});

test("a function of no numbers has nothing to be wrong in", () => {
  const report = check((_x: readonly Scalar[]): readonly Scalar[] => [1, 2])([]);
  expect([report.ok, report.shape, report.taylor]).toEqual([true, [2, 0], undefined]);
});

test("a vector is taken apart entry by entry", () => {
  const f = (v: Vector): Scalar => {
    const [a, b] = v;
    return mul(a!, b!);
  };
  expect(check(f)(Float64Array.of(2, 3)).ok).toBe(true);
});

test("what stands at a kink is not blamed for a rule that is wrong behind it", () => {
  const product: Bilinear = bilinear("product", {
    value: (x, y) => entriesOf(x).map((a, k) => a * entriesOf(y)[k]!),
    shape: (x) => x,
    // The second operand's adjoint should be multiplied by the first.
    adjoints: [(bar, y) => mul(bar as Vector, y as Vector), (bar) => bar],
  });
  const report = check(
    (x: Vector): Vector => product(relu(x), mul(x, Float64Array.of(2, 3))) as Vector,
  )(Float64Array.of(0, 5));
  expect(report.ok).toBe(false);
  expect(report.culprit?.primitive).toBe("product");
  expect(report.culprit?.finding).toMatch(/its adjoint does not belong to its tangent/);
});
