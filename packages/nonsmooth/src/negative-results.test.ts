import {
  type Scalar,
  type Scalars,
  type Vector,
  Matrix,
  abs,
  add,
  at,
  mul,
  neg,
  relu,
  square,
  sub,
} from "@jacobian/core";
import { derivative, gradient, jacobian as byConvention } from "@jacobian/dual";
import { matmul } from "@jacobian/linalg";
import { describe, expect, test } from "vitest";
import {
  clarke,
  directional,
  jacobian,
  kinksAlong,
  subgradient,
  withConventions,
} from "./index.ts";

// What automatic differentiation does at kinks, and what is true there (Kakade & Lee 2018; Bolte & Pauwels 2020).

const identity = (x: Scalar): Scalar => sub(relu(x), relu(neg(x)));

describe("relu(x) − relu(−x) is x", () => {
  test("yet its derivative by any convention for relu but ½ is not 1", () => {
    expect([-2, 0, 3].map(identity)).toEqual([-2, 0, 3]);
    expect(derivative(identity)(0)).toBe(0);
    expect(derivative(withConventions({ relu: 1 }, identity))(0)).toBe(2);
    expect(derivative(withConventions({ relu: 0.5 }, identity))(0)).toBe(1);
  });

  test("so the derivative is 0 at a point that is not critical, and a subgradient is 1", () => {
    expect(directional(identity)(0, -1)).toBe(-1);
    expect(subgradient(identity)(0)).toBe(1);
  });
});

test("the function 0 has a derivative other than 0", () => {
  // relu(−x) + x is relu(x), by another program.
  const zero = (x: Scalar): Scalar => sub(add(relu(neg(x)), x), relu(x));
  expect([-1, 0, 2].map((x) => zero(x))).toEqual([0, 0, 0]);
  expect(derivative(zero)(0)).toBe(1);
  expect(subgradient(zero)(0)).toBe(0);
});

test("the chain rule fails: a product of elements of Clarke's sets is no element", () => {
  const outer = ([a, b]: Scalars<2>): Scalar => sub(abs(a), abs(b));
  const inner = (x: Scalar): Scalars<2> => [x, x];
  // (1, 1) is in Clarke's set of |a| − |b|, and (1, 1)ᵀ is the Jacobian of x ↦ (x, x); but |x| − |x| is 0.
  expect(clarke(outer)([0, 0]).promise).toBe("equal to the Clarke Jacobian");
  expect(clarke(outer)([0, 0]).contains([1, 1])).toBe(true);
  const product = matmul(new Matrix(1, 2, Float64Array.of(1, 1)), byConvention(inner)(0));
  expect(product.at(0, 0)).toBe(2);
  expect(subgradient((x: Scalar) => outer(inner(x)))(0)).toBe(0);
});

describe("gradient descent that stays on kinks", () => {
  /** The points of so many steps of length 0.1·gradient. */
  const descent = (
    slope: (x: readonly [number, number]) => readonly number[],
    start: readonly [number, number],
  ) => {
    const path = [start];
    for (let k = 0; k < 40; k++) {
      const x = path.at(-1)!;
      const [dx = 0, dy = 0] = slope(x);
      path.push([x[0] - 0.1 * dx, x[1] - 0.1 * dy]);
    }
    return path;
  };
  // x + ½·x⁴ + y², which is least at x = −0.7937.
  const f = ([x, y]: Scalars<2>): Scalar =>
    add(add(identity(x), mul(0.5, square(square(x)))), square(y));

  test("by conventions it never leaves them, and ends where f still falls", () => {
    const path = descent((x) => gradient(f)(x), [0, 1]);
    expect(kinksAlong(f)(path).share).toBe(1);
    expect(path.at(-1)![0]).toBe(0);
    expect(directional(f)([0, 0], [-1, 0])).toBe(-1);
  });

  test("by subgradients it leaves them at once, and arrives", () => {
    const path = descent((x) => subgradient(f)(x), [0, 1]);
    expect(kinksAlong(f)(path).onKinks).toBe(1);
    expect(path.at(-1)![0]).toBeCloseTo(-Math.cbrt(0.5), 3);
  });
});

describe("a network whose automatic derivative is not in Clarke's set", () => {
  // Two layers, three neurons; on the first input they make x₀, whatever is done to 0.
  const W = Matrix.fromRows([
    [1, 0],
    [-1, 0],
    [1, 1],
  ]);
  const V = new Matrix(1, 3, Float64Array.of(1, -1, 2));
  const network = (x: Vector): Vector => matmul(V, relu(matmul(W, x)));
  const origin = Float64Array.of(0, 0);

  test("its Jacobian by convention, which is 0, is not a mean of Jacobians nearby", () => {
    expect([...byConvention(network)(origin).data]).toEqual([0, 0]);
    // x₀ + 2·relu(x₀ + x₁): ∂ is the segment from (1, 0) to (3, 2).
    const same = (x: Vector): Scalar => add(at(x, 0), mul(2, relu(add(at(x, 0), at(x, 1)))));
    const exact = clarke(same)(origin);
    expect(exact.promise).toBe("equal to the Clarke Jacobian");
    expect(exact.generators?.map(({ data }) => [...data])).toEqual([
      [1, 0],
      [3, 2],
    ]);
    expect(exact.contains(origin)).toBe(false);
    // Read from the network itself the set is larger, and says so.
    expect(clarke(network)(origin).promise).toBe("hull contains the Clarke Jacobian");
  });

  test("what jacobian gives is in it, in whatever direction it looks first", () => {
    const first = [...jacobian(network)(origin).data];
    expect(first).toEqual([3, 2]);
    const against = jacobian(network, { directions: [Float64Array.of(-1, 0)] })(origin);
    expect([...against.data]).toEqual([1, 0]);
  });
});
