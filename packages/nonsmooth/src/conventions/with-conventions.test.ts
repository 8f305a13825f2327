import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  abs,
  add,
  amax,
  clamp,
  leakyRelu,
  max,
  min,
  mul,
  norm2,
  piecewise,
  relu,
  square,
  sub,
  sum,
} from "@jacobian/core";
import { derivative, gradient, jacobian } from "@jacobian/dual";
import { describe, expect, test } from "vitest";
import {
  type Conventions,
  conventionTable,
  jax,
  pytorch,
  tensorflow,
  withConventions,
} from "../index.ts";

test("what is no convention", () => {
  // Only a program that is not type-checked comes with this.
  const wrong = { max: "both" } as unknown as Conventions;
  expect(() => withConventions(wrong, (x: Scalar) => x)).toThrow(DomainError);
  expect(() => withConventions(wrong, (x: Scalar) => x)).toThrow(
    'withConventions: expected "mean", "first", "last" or a number for max, got "both";',
  );
});

describe("a number is the derivative in the first operand", () => {
  test.each<[string, (x: Scalar) => Scalar, number, number]>([
    ["relu", relu, 0, 0.5],
    ["abs", abs, 0, 0.25],
    ["leakyRelu", (x) => leakyRelu(x, 0.5), 0, 0.75],
    ["clamp", (x) => clamp(x, -1, 2), 2, 1],
    ["clamp", (x) => clamp(x, -1, 2), -1, 0],
    ["clamp", (x) => clamp(x, 3, 3), 3, 0.25],
  ])("%s", (name, f, x, slope) => {
    expect(derivative(withConventions({ [name]: slope }, (y: Scalar) => f(y)))(x)).toBe(slope);
  });

  test("of two operands, of a length, of a primitive of one's own", () => {
    const f = withConventions({ max: 0.25 }, ([x, y]: Scalars<2>) => max(x, y));
    expect(gradient(f)([1, 1])).toEqual([0.25, 0.75]);
    const g = withConventions({ norm2: 0.5 }, (x: Vector) => norm2(x));
    expect(gradient(g)(new Float64Array(2))).toEqual(Float64Array.of(0.5, 0.5));
    const bent = piecewise("bent", {
      value: (x) => (x > 1 ? 3 * x - 2 : x * x),
      pieces: [(x) => sub(mul(3, x), 2), (x) => square(x)],
      switches: [[(x) => x, () => 1]],
      atTie: "last",
    });
    expect(derivative(withConventions({ bent: 2.25 }, (x: Scalar) => bent(x)))(1)).toBe(2.25);
  });
});

test("first, last and mean", () => {
  const f = ([x, y]: Scalars<2>): Scalar => add(max(x, y), mul(2, min(x, y)));
  const at = (conventions: Conventions) => gradient(withConventions(conventions, f))([1, 1]);
  expect(at({ max: "first", min: "last" })).toEqual([1, 2]);
  expect(at({ max: "last", min: "mean" })).toEqual([1, 2]);
  expect(at({ max: "last", min: "first" })).toEqual([2, 1]);
  expect(at({})).toEqual([1.5, 1.5]);
});

test("the value is the same to the last bit, and away from kinks the derivative, and the second one", () => {
  const f = (x: Vector): Scalar => sum(mul(relu(sub(x, 0.1)), abs(x)));
  const g = withConventions({ relu: "first", abs: 1 }, f);
  const x = Float64Array.of(0.3, -0.7, 0.1 + 0.2);
  expect(g(x)).toBe(f(x));
  expect(gradient(g)(x)).toEqual(gradient(f)(x));
  const second = (h: (x: Scalar) => Scalar) => derivative((y: Scalar) => derivative(h)(y))(2);
  const cubed = (y: Scalar): Scalar => mul(square(y), relu(y));
  expect(second(withConventions({ relu: 1 }, cubed))).toBe(12);
});

const probes: Readonly<
  Record<string, { readonly f: (x: Vector) => Scalar; readonly x: readonly number[] }>
> = {
  relu: { f: (x) => sum(relu(x)), x: [0] },
  leakyRelu: { f: (x) => sum(leakyRelu(x, 0.25)), x: [0] },
  abs: { f: (x) => sum(abs(x)), x: [0] },
  max: { f: (x) => sum(max(x, 0)), x: [0] },
  min: { f: (x) => sum(min(x, 0)), x: [0] },
  clamp: { f: (x) => sum(clamp(x, 0, 1)), x: [0] },
  amax: { f: (x) => amax(x), x: [2, 2, 2, 2] },
  amin: { f: (x) => mul(-1, amax(mul(-1, x))), x: [2, 2, 2, 2] },
  norm2: { f: (x) => norm2(x), x: [0] },
};

/** The derivative in the first entry as each system documents it. */
const documented: Readonly<
  Record<string, readonly [pytorch: number, jax: number, tensorflow: number]>
> = {
  relu: [0, 0, 0],
  leakyRelu: [0.25, 1, 0.25],
  abs: [0, 1, 0],
  max: [0.5, 0.5, 1],
  min: [0.5, 0.5, 1],
  clamp: [1, 0.5, 1],
  amax: [0.25, 0.25, 0.25],
  amin: [0.25, 0.25, 0.25],
  norm2: [0, NaN, NaN],
};

test.each(conventionTable)("$primitive as documented", ({ primitive }) => {
  const { f, x } = probes[primitive]!;
  const found = [pytorch, jax, tensorflow].map(
    (conventions) => jacobian(withConventions(conventions, f))(Float64Array.from(x)).data[0],
  );
  expect(found).toEqual(documented[primitive]);
});

test("the table says what this library does", () => {
  for (const { primitive, jacobian: own } of conventionTable) {
    const { f, x } = probes[primitive]!;
    const point = Float64Array.from(x);
    expect(jacobian(withConventions({ [primitive]: own }, f))(point), primitive).toEqual(
      jacobian(f)(point),
    );
  }
});
