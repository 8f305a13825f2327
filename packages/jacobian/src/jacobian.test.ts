import { describe, expect, test } from "vitest";
import {
  type JacobianOptions,
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  Matrix,
  add,
  at,
  cos,
  determinant,
  exp,
  gradient,
  hessian,
  hvp,
  jacobian,
  matmul,
  mul,
  sin,
  square,
  sub,
  sumOver,
  tanh,
} from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const rosenbrock = ([x, y]: Scalars<2>) =>
  add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));

describe("wrong input", () => {
  test("a mode that does not exist", () => {
    // @ts-expect-error no such mode
    expect(() => jacobian(polar, { mode: "sideways" })).toThrow(DomainError);
  });

  test("options that are none", () => {
    // What a program that is not type-checked may pass.
    const of = (options: unknown) => () => jacobian(polar, options as JacobianOptions);
    for (const options of [{ mod: "reverse" }, "reverse", null, 3]) {
      expect(of(options)).toThrow(DomainError);
    }
    expect(of({ mod: "reverse" })).toThrow(
      'jacobian: expected options { mode: "auto" | "forward" | "reverse", chunk } or { engine }, got mod; leave them out for auto',
    );
  });

  test("a chunk that is none", () => {
    expect(() => jacobian(polar, { chunk: 0 })).toThrow(
      "jacobian: expected options { chunk } with a whole number from 1 to 32, got 0; leave them out for 32",
    );
  });

  test("a function that writes into its list does not write into the caller's", () => {
    const f = (v: Scalar[]) => {
      v[0] = mul(v[0] ?? 0, 2);
      return [mul(v[0], v[1] ?? 0), v[1] ?? 0];
    };
    const x = [2, 3];
    expect(jacobian(f)(x).toJSON()).toEqual([
      [6, 4],
      [0, 1],
    ]);
    expect(x).toEqual([2, 3]);
  });

  test("a Hessian of several outputs", () => {
    // @ts-expect-error the output is a list of two
    expect(() => hessian(polar)([2, 0.7])).toThrow(/one scalar output/);
  });
});

describe("jacobian", () => {
  test.each(["auto", "forward", "reverse"] as const)("polar, mode %s", (mode) => {
    expect(jacobian(polar, { mode })([2, 0.7]).toJSON()).toEqual([
      [Math.cos(0.7), -2 * Math.sin(0.7)],
      [Math.sin(0.7), 2 * Math.cos(0.7)],
    ]);
  });

  test("of a layer with respect to its weights", () => {
    const layer = ({ W }: { W: Matrix }, x: Float64Array) => tanh(matmul(W, x));
    const W = Matrix.fromRows([
      [0.1, 0.2],
      [0.3, -0.4],
    ]);
    const x = Float64Array.of(1, 2);
    const d = [0.5, -0.5].map((z) => 1 - Math.tanh(z) ** 2);
    jacobian(layer)({ W }, x)
      .toJSON()
      .forEach((row, i) =>
        row.forEach((entry, k) =>
          expect(entry).toBeCloseTo(
            Math.floor(k / 2) === i ? (d[i] ?? 0) * (x[k % 2] ?? 0) : 0,
            15,
          ),
        ),
      );
  });
});

describe("second order", () => {
  test("the Hessian of Rosenbrock by hand", () => {
    expect(hessian(rosenbrock)([-1, 2]).toJSON()).toEqual([
      [1200 * 1 - 400 * 2 + 2, 400],
      [400, 200],
    ]);
  });

  test("a Hessian–vector product is the Hessian times the vector", () => {
    expect(hvp(rosenbrock)([-1, 2], [1, -2])).toEqual([402 - 800, 400 - 400]);
  });

  test("the Hessian of a vector function, n = 30, is symmetric", () => {
    const f = (x: Vector) => sumOver(29, (i) => exp(mul(at(x, i), at(x, 29))));
    const H = hessian(f)(Float64Array.from({ length: 30 }, (_, k) => Math.sin(k))).toJSON();
    H.forEach((row, i) => row.forEach((h, j) => expect(h).toBeCloseTo(H[j]?.[i] ?? NaN, 12)));
    expect(H[3]?.[3]).toBeCloseTo(Math.sin(29) ** 2 * Math.exp(Math.sin(3) * Math.sin(29)), 14);
  });

  test("the gradient of a determinant: r of polar has gradient (1, 0)", () => {
    const [dr, dt] = gradient(([r, t]: Scalars<2>) => determinant(polar)([r, t]))([2, 0.7]);
    expect(dr).toBeCloseTo(1, 15);
    expect(dt).toBeCloseTo(0, 15);
  });
});
