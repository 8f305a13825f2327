import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type ImplicitOptions,
  type Scalar,
  type Scalars,
  type Vector,
  ConvergenceError,
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
  implicit,
  jacobian,
  log,
  matmul,
  mul,
  sin,
  square,
  sub,
  sum,
} from "../index.ts";

const circle = (x: Scalar, y: Scalar): Scalar => sub(add(square(x), square(y)), 25);

describe("wrong input", () => {
  test("another number of equations than of unknowns", () => {
    const two = (x: Scalar, y: Scalar) => [x, y];
    expect(() => implicit(two)(0, 0)).toThrow(ShapeError);
    expect(() => implicit(two)(0, 0)).toThrow(
      /^implicit: expected as many equations as unknowns, got 2 for 1; let F give/,
    );
  });

  test("a point where ∂F/∂y is singular, or not finite", () => {
    expect(() => implicit(circle)(5, 0)).toThrow(SingularMatrixError);
    expect(() => implicit(circle)(5, 0)).toThrow(
      /^implicit: expected an invertible Jacobian ∂F\/∂y at \(x0, y0\), got/,
    );
    expect(() => implicit((x: Scalar, y: Scalar) => sub(log(y), x))(1, 0)).toThrow(DomainError);
  });

  test("options that are none, no function, an x of another structure", () => {
    // What a program that is not type-checked may pass.
    const by = (options: unknown) => () => implicit(circle, options as ImplicitOptions);
    for (const options of [{ radius: 1 }, { limit: 0 }, 7])
      expect(by(options)).toThrow(DomainError);
    // @ts-expect-error no function
    expect(() => implicit("x + y")).toThrow(OperatorError);
    // @ts-expect-error a list for a scalar
    expect(() => implicit(circle)(3, 4).at([3])).toThrow(/give x the structure of x0/);
  });

  test("an element of a derivative around it that F captures", () => {
    const of = (p: Scalar) =>
      implicit((x: Scalar, y: Scalar): Scalar => sub(mul(p, y), x))(1, 1).at(2);
    expect(() => derivative(of)(1)).toThrow(LevelError);
    expect(() => gradient(of)(1)).toThrow(LevelError);
  });

  test("an x for which there is no y", () => {
    const y = implicit(circle)(3, 4);
    expect(() => y.at(5.1)).toThrow(ConvergenceError);
    expect(() => y.at(5.1)).toThrow(/^implicit: expected Newton's method to reach F\(x, y\) = 0/);
    expect(() => implicit(circle)(6, 1)).toThrow(ConvergenceError);
  });
});

describe("the circle, y = ±√(25 − x²)", () => {
  const [upper, lower] = [implicit(circle)(3, 4), implicit(circle)(3, -3)];

  test("follows the branch it was started on, from a start that is improved", () => {
    expect([upper.value, lower.value]).toEqual([4, -4]);
    for (const x of [-4.9, -3, 0, 2, 4.99]) {
      expect(upper.at(x)).toBeCloseTo(Math.sqrt(25 - x * x), 14);
      expect(lower.at(x)).toBeCloseTo(-Math.sqrt(25 - x * x), 14);
    }
  });

  test("y′ = −x/y, y″ = −25/y³, y‴ = −75x/y⁵, in either mode", () => {
    expect(upper.jacobianAt(3).toJSON()).toEqual([[-0.75]]);
    const y = (x: Scalar): Scalar => upper.at(x);
    expect(derivative(y)(3)).toBe(-0.75);
    expect(gradient(y)(3)).toBe(-0.75);
    expect(hessian(([x]: Scalars<1>) => y(x))([3]).at(0, 0)).toBeCloseTo(-25 / 64, 15);
    const third = derivative((x: Scalar) => gradient((z: Scalar) => derivative(y)(z))(x));
    expect(third(3)).toBeCloseTo((-75 * 3) / 4 ** 5, 14);
    // Through the formula of y′ too.
    const slope = (x: Scalar): Scalar => sum(upper.jacobianAt(x));
    expect(derivative(slope)(3)).toBeCloseTo(-25 / 64, 15);
    expect(gradient(slope)(3)).toBeCloseTo(-25 / 64, 15);
  });
});

describe("systems", () => {
  // u = e^a·cos b, v = e^a·sin b, solved for (a, b): log|z| and arg z.
  const F = ([u, v]: Scalars<2>, [a, b]: Scalars<2>) => [
    sub(mul(exp(a), cos(b)), u),
    sub(mul(exp(a), sin(b)), v),
  ];
  const y = implicit(F)([1, 0.5], [0, 0.5]);
  const logOfLength = ([u, v]: Scalars<2>) => mul(0.5, log(add(square(u), square(v))));

  test.each(["forward", "reverse"] as const)(
    "its Jacobian by the theorem and through at, %s",
    (mode) => {
      const x = [1.2, 0.3] as const;
      const r2 = 1.2 ** 2 + 0.3 ** 2;
      const expected = [1.2 / r2, 0.3 / r2, -0.3 / r2, 1.2 / r2];
      const [J, K] = [y.jacobianAt(x), jacobian((x: Scalars<2>) => y.at(x), { mode })(x)];
      expected.forEach((entry, k) => {
        expect(J.data[k]).toBeCloseTo(entry, 14);
        expect(K.data[k]).toBeCloseTo(entry, 14);
      });
      const H = hessian((x: Scalars<2>) => y.at(x)[0])(x);
      const closed = hessian(logOfLength)(x);
      H.data.forEach((entry, k) => expect(entry).toBeCloseTo(closed.data[k]!, 13));
    },
  );

  test("other containers, and constants, which are differentiated too", () => {
    // A·y = x: y = A⁻¹x and ∂y/∂A.
    const linear = (x: Vector, { y }: { y: Vector }, A: Matrix) => sub(matmul(A, y), x);
    const A = Matrix.fromRows([
      [2, 1],
      [0, 4],
    ]);
    const solution = implicit(linear)(Float64Array.of(1, 1), { y: new Float64Array(2) }, A);
    expect(Array.from(solution.at(Float64Array.of(4, 8)).y)).toEqual([1, 2]);
    expectTypeOf(solution.at(Float64Array.of(4, 8))).toEqualTypeOf<{ y: Float64Array }>();
    const J = solution.jacobianAt(Float64Array.of(4, 8));
    [0.5, -0.125, 0, 0.25].forEach((entry, k) => expect(J.data[k]).toBeCloseTo(entry, 15));
    const g = gradient((c: Scalar): Scalar =>
      implicit((x: Scalar, y: Scalar, c: Scalar) => sub(mul(c, y), x))(1, 1, c).at(3),
    );
    expect(g(2)).toBe(-0.75);
  });

  test("constants are as they were at the call, whoever fills them again", () => {
    const A = Float64Array.of(2, 4);
    const solution = implicit((x: Vector, y: Vector, A: Vector) => sub(mul(A, y), x))(
      Float64Array.of(1, 1),
      new Float64Array(2),
      A,
    );
    A.fill(0);
    const x = Float64Array.of(2, 8);
    expect(Array.from(solution.at(x))).toEqual([1, 2]);
    for (const J of [solution.jacobianAt(x), jacobian(solution.at)(x)]) {
      [0.5, 0, 0, 0.25].forEach((entry, k) => expect(J.data[k]).toBeCloseTo(entry, 15));
    }
  });

  test("of an inline function", () => {
    const y = implicit(([x], [y, z]) => [sub(y, square(x)), sub(z, mul(x, y))])([1], [1, 1]);
    const at3 = y.at([3]);
    expectTypeOf(at3).toEqualTypeOf<[number, number]>();
    expect(at3).toEqual([9, 27]);
    expect(y.jacobianAt([3]).toJSON()).toEqual([[6], [27]]);
  });
});
