import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type LocalInverseOptions,
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  LevelError,
  Matrix,
  OperatorError,
  ShapeError,
  SingularMatrixError,
  add,
  cos,
  derivative,
  exp,
  gradient,
  hessian,
  jacobian,
  localInverse,
  log,
  matmul,
  mul,
  sin,
  sqrt,
  square,
  sum,
} from "../index.ts";

const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))] as const;
const squared = (x: Scalar): Scalar => square(x);

describe("wrong input", () => {
  test("another number of outputs than of inputs", () => {
    const curve = (t: Scalar) => [cos(t), sin(t)];
    expect(() => localInverse(curve)(1)).toThrow(ShapeError);
    expect(() => localInverse(([x, y]: Scalars<2>) => add(x, y))([1, 2])).toThrow(
      /^localInverse: expected as many outputs as inputs, got 1 for 2; .*implicit/,
    );
  });

  test("a point where J is singular, or not finite", () => {
    expect(() => localInverse(squared)(0)).toThrow(SingularMatrixError);
    const folded = ([x, y]: Scalars<2>) => [add(x, y), mul(2, add(x, y))];
    expect(() => localInverse(folded)([1, 1])).toThrow(
      /^localInverse: expected an invertible Jacobian at x0, got a 2×2 matrix of reciprocal condition number/,
    );
    expect(() => localInverse((x: Scalar) => sqrt(x))(0)).toThrow(
      /^localInverse: expected a finite Jacobian at x0, got/,
    );
  });

  test("options that are none", () => {
    // What a program that is not type-checked may pass.
    const by = (options: unknown) => () => localInverse(squared, options as LocalInverseOptions);
    const wrong = [null, 3, { lipschitz: -1 }, { lipschitz: Infinity }, { within: 0 }, { L: 2 }];
    for (const options of [...wrong, { samples: 0.5 }, { tolerance: NaN }, { limit: 0 }])
      expect(by(options)).toThrow(DomainError);
    expect(by({ lipschitz: -1 })).toThrow(
      "localInverse: expected a finite number of 0 or more as the option lipschitz, got -1; options go with the function, leave out what shall have its default",
    );
  });

  test("no function, a y of another structure", () => {
    // @ts-expect-error no function
    expect(() => localInverse(3)).toThrow(OperatorError);
    // @ts-expect-error one output too many
    expect(() => localInverse(complexExp)([0, 0]).at([1, 2, 3])).toThrow(
      /expected the structure \[a scalar,a scalar\], got .*; give y the structure of f\(x0\)/,
    );
  });

  test("an element of a derivative around it that f captures", () => {
    const of = (p: Scalar) => localInverse((x: Scalar): Scalar => mul(p, x))(1).at(2);
    expect(() => derivative(of)(1)).toThrow(LevelError);
    expect(() => gradient(of)(1)).toThrow(/pass what it captures as a further argument/);
  });
});

describe("eˣ(cos y, sin y)", () => {
  test("has an inverse around every point, and no inverse: two preimages of one value", () => {
    const [near, far] = [0, 2 * Math.PI].map((y) =>
      localInverse(complexExp)([0, y]).at([1.1, 0.1]),
    );
    expect(complexExp(near!)[0]).toBeCloseTo(1.1, 15);
    expect(far![0]).toBeCloseTo(near![0], 15);
    expect(far![1] - near![1]).toBeCloseTo(2 * Math.PI, 14);
  });
});

describe("the iterates of Newton's method", () => {
  test("lead from x0 to x, each by x − f(x)/f′(x) where whole steps are taken", () => {
    const { iterates, iterations, x } = localInverse(squared)(1).newton(1.44);
    expect(iterates).toHaveLength(iterations + 1);
    expect([iterates[0], iterates.at(-1)]).toEqual([1, x]);
    iterates.slice(1, 4).forEach((next, k) => {
      const before = iterates[k]!;
      expect(next).toBeCloseTo((before + 1.44 / before) / 2, 15);
    });
  });

  test("are in the container of x0, plain in a derivative too, and nobody else's", () => {
    const inverse = localInverse((x: Vector) => mul(x, x))(Float64Array.of(1, 2));
    const { iterates } = inverse.newton(Float64Array.of(1.44, 4));
    expect([...iterates[0]!]).toEqual([1, 2]);
    // A list that somebody spoils is not where the next call starts.
    (iterates[0] as Float64Array).fill(NaN);
    expect([...inverse.newton(Float64Array.of(1.44, 4)).iterates[0]!]).toEqual([1, 2]);
    derivative((y: Scalar) => {
      const found = localInverse(squared)(1).newton(y);
      expect(found.iterates.every((x) => typeof x === "number")).toBe(true);
      return found.x;
    })(1.44);
  });
});

describe("containers", () => {
  test("of an inline function: plain for plain, and what may be an element else", () => {
    const inverse = localInverse(([x, y]) => [mul(x, y), add(x, y)])([1, 3]);
    const x = inverse.at([3, 4]);
    expectTypeOf(x).toEqualTypeOf<[number, number]>();
    expect(x).toEqual([1, 3]);
    expectTypeOf(inverse.jacobianAt([3, 4])).toEqualTypeOf<Matrix>();
    gradient((y: Scalars<2>) => {
      expectTypeOf(inverse.at(y)).toEqualTypeOf<[Scalar, Scalar]>();
      return inverse.at(y)[0];
    })([3, 4]);
  });

  test("of vectors and scalars in an object, in a function with constants", () => {
    const f = ({ a, b }: { a: Vector; b: Scalar }, c: Scalar) => [
      mul(a, exp(b)),
      { s: add(b, mul(c, square(b))) },
    ];
    const inverse = localInverse(f)({ a: Float64Array.of(1, 2), b: 0.5 }, 3);
    const { a, b } = inverse.at([Float64Array.of(2, 4), { s: 1.5 }]);
    const root = (-1 + Math.sqrt(19)) / 6;
    expect(b).toBeCloseTo(root, 15);
    expect(a[1]).toBeCloseTo(4 * Math.exp(-root), 14);
    expect(inverse.jacobianAt([Float64Array.of(2, 4), { s: 1.5 }]).shape).toEqual([3, 3]);
  });

  test("of one matrix: its square root", () => {
    const inverse = localInverse((X: MatrixValue) => matmul(X, X))(
      Matrix.fromRows([
        [2, 0],
        [0, 1],
      ]),
    );
    const S = inverse.at(
      Matrix.fromRows([
        [4, 0.3],
        [0, 1],
      ]),
    );
    expect(S.toJSON()[0]).toEqual([2, expect.closeTo(0.1, 15)]);
  });

  test("what f writes into is its own, and so is what comes back", () => {
    const x0 = Float64Array.of(1, 2);
    const f = (x: Vector) => mul(x, x);
    const inverse = localInverse(f)(x0);
    x0.fill(0);
    expect(Array.from(inverse.at(Float64Array.of(1, 4)))).toEqual([1, 2]);
  });

  test("constants are as they were at the call, whoever fills them again", () => {
    const scales = { by: [Float64Array.of(2, 4)] };
    const f = (x: Vector, { by }: { by: Vector[] }) => mul(by[0] ?? 1, x);
    const inverse = localInverse(f)(Float64Array.of(1, 1), scales);
    scales.by[0]?.fill(0);
    scales.by.pop();
    const y = Float64Array.of(2, 8);
    expect(Array.from(inverse.at(y))).toEqual([1, 2]);
    expect(Array.from(inverse.contraction(y).x)).toEqual([1, 2]);
    expect(Array.from(inverse.jacobianAt(y).data)).toEqual([0.5, 0, 0, 0.25]);
    expect(Array.from(jacobian(inverse.at)(y).data)).toEqual([0.5, 0, 0, 0.25]);
  });
});

describe("derivatives of the inverse", () => {
  const root = localInverse(squared)(1);
  const logarithm = localInverse(complexExp)([0, 0]);
  const y = [1.1, 0.2] as const;
  const polar = ([u, v]: Scalars<2>) => mul(0.5, log(add(square(u), square(v))));

  test("√y: 1/(2√y), −1/(4y√y), 3/(8y²√y)", () => {
    const first = derivative((y: Scalar): Scalar => root.at(y));
    expect(first(1.21)).toBeCloseTo(1 / 2.2, 15);
    expect(gradient((y: Scalar): Scalar => root.at(y))(1.21)).toBeCloseTo(1 / 2.2, 15);
    const second = derivative((y: Scalar) => derivative((z: Scalar): Scalar => root.at(z))(y));
    expect(second(1.21)).toBeCloseTo(-1 / (4 * 1.21 * 1.1), 14);
    const third = gradient((y: Scalar) =>
      gradient((z: Scalar) => derivative((w: Scalar): Scalar => root.contraction(w).x)(z))(y),
    );
    expect(third(1.21)).toBeCloseTo(3 / (8 * 1.21 ** 2 * 1.1), 13);
  });

  test.each(["forward", "reverse"] as const)("the Jacobian is J⁻¹, %s", (mode) => {
    const J = jacobian((y: Scalars<2>) => logarithm.at(y), { mode })(y);
    const K = logarithm.jacobianAt(y);
    const product = matmul(J, jacobian(complexExp)(logarithm.at(y)));
    [1, 0, 0, 1].forEach((entry, k) => {
      expect(product.data[k]).toBeCloseTo(entry, 14);
      expect(J.data[k]).toBeCloseTo(K.data[k]!, 14);
    });
  });

  test("the Hessian of log|z|, and of the area of J⁻¹", () => {
    const H = hessian((y: Scalars<2>) => logarithm.at(y)[0])(y);
    const expected = hessian(polar)(y);
    H.data.forEach((entry, k) => expect(entry).toBeCloseTo(expected.data[k]!, 13));
    // ‖J⁻¹‖² = 2/|y|².
    const g = gradient((y: Scalars<2>) => sum(square(logarithm.jacobianAt(y))))(y);
    const r2 = 1.1 ** 2 + 0.2 ** 2;
    g.forEach((entry, k) => expect(entry).toBeCloseTo((-4 * y[k]!) / r2 ** 2, 13));
  });

  test("with respect to a constant, not to the start", () => {
    const f = (x: Scalar, c: Scalar): Scalar => mul(c, square(x));
    // x = √(y/c): −√y/(2c√c).
    const of = (c: Scalar): Scalar => localInverse(f)(1, c).at(1.21);
    expect(derivative(of)(1)).toBeCloseTo(-0.55, 14);
    expect(gradient(of)(1)).toBeCloseTo(-0.55, 14);
    expect(derivative((c: Scalar) => gradient(of)(c))(1)).toBeCloseTo(0.825, 13);
    expect(gradient((x0: Scalar): Scalar => localInverse(squared)(x0).at(1.21))(1)).toBe(0);
  });

  test("does not exist where J is singular at the solution", () => {
    const cube = localInverse(([x, y]: Scalars<2>) => [mul(x, square(x)), y])([1, 0]);
    expect(cube.at([0, 0])[0]).toBeCloseTo(0, 7);
    expect(() => cube.jacobianAt([0, 0])).toThrow(
      /^localInverse: expected an invertible Jacobian at the solution, got/,
    );
    expect(() => gradient((y: Scalars<2>): Scalar => cube.at(y)[0])([0, 0])).toThrow(
      SingularMatrixError,
    );
  });
});
