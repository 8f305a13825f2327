import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  LevelError,
  Matrix,
  add,
  at,
  build,
  exp,
  gt,
  mul,
  row,
  scan,
  sin,
  square,
  sum,
  sumOver,
  tanh,
  vector,
  type Index,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { checkpoint, gradient, jacobian, valueAndGradient } from "./index.ts";
import { Tape } from "./tape.ts";

const slope = (f: (x: Scalar) => Scalar) => (x: Scalar) => gradient(f)(x);

describe("wrong input", () => {
  test("a function that captures an element of the derivative that is being recorded", () => {
    const f = ([w, x]: Scalars<2>) => checkpoint((z: Scalar) => mul(w, z))(x);
    expect(() => gradient(f)([2, 3])).toThrow(LevelError);
    expect(() => gradient(f)([2, 3])).toThrow(
      /checkpoint: expected a function of its arguments alone, .*; pass what it captures as a further argument/,
    );
  });

  test("also where none of its arguments is recorded: it would save nothing", () => {
    const f = (w: Scalar) => checkpoint((z: Scalar) => mul(w, z))(2);
    expect(() => gradient(f)(3)).toThrow(LevelError);
  });

  test("an error of the function's own goes through", () => {
    const broken = checkpoint((_x: Scalar): Scalar => {
      throw new RangeError("mine");
    });
    expect(() => gradient((x: Scalar) => broken(x))(1)).toThrow(RangeError);
  });
});

/** A layer of a network, and its parameters. */
interface Layer {
  readonly W: MatrixValue;
  readonly b: Vector;
}
const layer = ({ W, b }: Layer, x: Vector): Vector =>
  tanh(
    add(
      build(b.length, (i) => sum(mul(row(W, i), x))),
      b,
    ),
  );
const layers: readonly Layer[] = [1, 2, 3].map((k) => ({
  W: new Matrix(
    3,
    3,
    Float64Array.from({ length: 9 }, (_, i) => Math.sin(k + 2.3 * i)),
  ),
  b: Float64Array.of(0.1, -0.2, 0.05 * k),
}));
const network = (one: typeof layer) => (parameters: readonly Layer[]) =>
  sum(square(parameters.reduce<Vector>((x, p) => one(p, x), Float64Array.of(1, -0.5, 0.3))));

describe("the same function", () => {
  test("value and gradient to the last bit, in any container", () => {
    const stored = valueAndGradient(network(layer))(layers);
    expect(valueAndGradient(network(checkpoint(layer)))(layers)).toEqual(stored);
    expect(network(checkpoint(layer))(layers)).toBe(stored.value);
  });

  test("nested: what is recorded again is checkpointed itself", () => {
    const twice = checkpoint((p: Layer, x: Vector) =>
      checkpoint(layer)(p, checkpoint(layer)(p, x)),
    );
    const plainly = (p: Layer, x: Vector) => layer(p, layer(p, x));
    expect(valueAndGradient(network(twice))(layers)).toEqual(
      valueAndGradient(network(plainly))(layers),
    );
  });

  test("to third order, inside and around other derivatives", () => {
    const f = (x: Scalar) => mul(sin(x), exp(mul(0.5, x)));
    const g = checkpoint(f);
    for (const d of [
      slope,
      (h: typeof f) => slope(slope(h)),
      (h: typeof f) => slope(slope(slope(h))),
    ])
      expect(d(g)(0.7)).toBe(d(f)(0.7));
    expect(slope(checkpoint((x: Scalar) => mul(x, slope(f)(x))))(0.7)).toBe(
      slope((x) => mul(x, slope(f)(x)))(0.7),
    );
  });

  test("an element of an outer derivative may be captured", () => {
    // ∂²/∂a∂x of (a·x)³ at (2, 3): 9·a²x²
    const f = (a: Scalar) =>
      slope((x) => checkpoint((z: Scalar) => mul(mul(a, z), square(mul(a, z))))(x))(3);
    expect(slope(f)(2)).toBe(9 * 4 * 9);
  });

  test("arguments that are no values, indices, branches", () => {
    const data = Float64Array.of(2, 3);
    const pick = checkpoint((x: Scalar, i: Index, f: (y: Scalar) => Scalar, name: string) =>
      gt(x, 0) && name === "yes" ? mul(at(data, i), f(x)) : 0,
    );
    expect(slope((x) => sumOver(2, (i) => pick(x, i, square, "yes")))(1)).toBe(10);
    expect(slope((x) => pick(x, 0 as unknown as Index, square, "no"))(1)).toBe(0);
  });

  test("several outputs, of which some do not depend on the input", () => {
    const f = (x: Vector) => {
      const { a, b } = checkpoint((y: Vector) => ({ a: at(y, 0), b: [7, square(y)] as const }))(x);
      return vector([a, b[0], sum(b[1])]);
    };
    expect(jacobian(f)(Float64Array.of(1, 2)).toJSON()).toEqual([
      [1, 0],
      [0, 0],
      [2, 4],
    ]);
  });
});

describe("memory", () => {
  const long = (x: Scalar): Scalar => {
    let y = x;
    for (let k = 0; k < 10_000; k++) y = sin(y);
    return y;
  };
  const operations = (f: (x: Scalar) => Scalar): number => {
    const tape = new Tape();
    // A scalar input is a scalar node.
    f(tape.input(0.5) as Scalar);
    return tape.record.operations;
  };

  test("a call is one operation of the record", () => {
    expect(operations(long)).toBe(10_000);
    expect(operations(checkpoint(long))).toBe(1);
  });

  test("scan keeps its carries, which are its result, and nothing of its steps", () => {
    const step = (y: Scalar): Scalar => long(y);
    const through = (one: typeof step) => (x: Scalar) =>
      scan(5, x, one).reduce<Scalar>((a, b) => add(a, b), 0);
    expect(operations(through(step))).toBe(50_005);
    expect(operations(through(checkpoint(step)))).toBe(10);
    expect(slope(through(checkpoint(step)))(0.5)).toBe(slope(through(step))(0.5));
  });
});
