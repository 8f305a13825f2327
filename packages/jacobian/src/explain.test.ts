import { describe, expect, test } from "vitest";
import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  Matrix,
  abs,
  add,
  at,
  build,
  cos,
  derivative,
  explain,
  floor,
  gt,
  jacobian,
  matmul,
  max,
  mul,
  scalar,
  sin,
  square,
  sum,
  sumOver,
  svd,
  tanh,
} from "./index.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];

test("options that jacobian does not take", () => {
  // @ts-expect-error no such mode
  expect(() => explain(polar, { mode: "sideways" })).toThrow(DomainError);
  expect(() => explain(polar, { chunk: 0 })).toThrow(/^explain: .* from 1 to 32, got 0/);
});

describe("operations by hand", () => {
  test("polar: 4 of values, 2 of partial derivatives, 8 forward and 12 back for each", () => {
    // sin, cos and two products; sin′ = cos, cos′ = −sin (2 operations: sin, neg), partials of products are there.
    const { rows, cols, operations, applied, forward, reverse } = explain(polar)([2, 0.7]);
    expect([rows, cols, operations]).toEqual([2, 2, 4]);
    expect(Object.fromEntries(applied)).toEqual({ mul: 2, cos: 1, sin: 1 });
    const [values, partials, tangents, adjoints] = [4, 3, 2 * 3 + 2 * 1, 2 * 4 + 2 * 2];
    expect(forward).toEqual({ passes: 1, operations: values + partials + 2 * tangents });
    expect(reverse).toEqual({ sweeps: 1, operations: values + partials + 2 * adjoints });
  });

  test("a constant operand has no term", () => {
    const { forward, reverse } = explain(([x]: Scalars<1>) => mul(3, x))([2]);
    expect([forward.operations, reverse.operations]).toEqual([1 + 1, 1 + 2]);
  });

  test("arrays count by their entries, products by theirs", () => {
    const W = new Matrix(5, 3);
    const layer = (x: Vector) => tanh(matmul(W, x));
    const { operations, rows, cols } = explain(layer)(new Float64Array(3));
    expect([rows, cols, operations]).toEqual([5, 3, 2 * 5 * 3 + 5]);
    expect(explain((x: Vector) => sum(x))(new Float64Array(7)).operations).toBe(7);
  });

  test("reading an entry is no operation, a step has no derivative, a kink has its active piece", () => {
    expect(explain((x: Vector) => at(x, 1))(new Float64Array(3)).operations).toBe(0);
    const stepped = explain((x: Scalar) => mul(floor(x), 2))(1.5);
    expect([stepped.operations, stepped.forward.operations]).toEqual([1, 1]);
    // |x| = x right of 0: the comparison alone. At the tie two pieces share.
    expect(explain((x: Scalar) => abs(x))(1).forward.operations).toBe(1);
    expect(explain((x: Scalar) => abs(x))(0).forward.operations).toBeGreaterThan(1);
    expect(explain((x: Scalar) => max(square(x), 0))(2).operations).toBe(2);
  });

  test("columns beyond 32 take another pass, rows beyond 16 another sweep", () => {
    const f = (x: Vector) => build(40, (i) => sin(at(x, i)));
    const { forward, reverse } = explain(f)(new Float64Array(40));
    expect([forward.passes, reverse.sweeps]).toEqual([2, 3]);
    const { forward: chunked } = explain(f, { chunk: 10 })(new Float64Array(40));
    expect(chunked.passes).toBe(4);
    expect(chunked.operations - forward.operations).toBe(2 * (40 + 40));
  });
});

test("a function without operations", () => {
  expect(String(explain(([x, y]: Scalars<2>) => [y, x])([1, 2]))).toContain(
    "\n  evaluation  0 operations\n",
  );
});

describe("what is taken", () => {
  const tall = (x: Vector) => build(9, (i) => mul(at(x, 0), sin(at(x, i))));
  const wide = (x: Vector) => sumOver(x.length, (i) => square(at(x, i)));

  test("the mode of fewer operations, with the reason", () => {
    const [t, w] = [explain(tall)(new Float64Array(9)), explain(wide)(new Float64Array(50))];
    for (const { mode, forward, reverse } of [t, w]) {
      expect(mode).toBe(forward.operations <= reverse.operations ? "forward" : "reverse");
    }
    expect([t.mode, w.mode]).toEqual(["forward", "reverse"]);
    expect(w.reason).toMatch(/^it takes \d+ % of the operations of the other$/);
    expect(explain((x: Scalar) => [sin(x), x])(1).reason).toBe("a curve has one column");
  });

  test("what options say", () => {
    const given = explain(wide, { mode: "forward" })(new Float64Array(50));
    expect([given.mode, given.reason]).toEqual(["forward", "this mode is asked for"]);
    const engine = explain(polar, { engine: { jacobian } })([2, 0.7]);
    expect([engine.mode, engine.reason]).toEqual(["engine", "an engine is given"]);
  });

  /** How often f is evaluated in taking a Jacobian twice, one column in each pass. */
  const evaluations = (f: (x: Vector) => Vector | Scalar, n: number): number[] => {
    let calls = 0;
    const J = jacobian((x: Vector) => (calls++, f(x)), { chunk: 1 });
    return [0, 1].map(() => {
      calls = 0;
      J(new Float64Array(n));
      return calls;
    });
  };

  test("jacobian does what explain says, and counts once for inputs of a size", () => {
    expect(evaluations((x) => sum(x), 50)).toEqual([2, 1]);
    expect(evaluations((x) => build(9, () => at(x, 0)), 3)).toEqual([4, 3]);
  });

  test("an output of other entries is counted anew: another branch, other constants", () => {
    let calls = 0;
    const f = (x: Vector, rows: number) => (
      calls++,
      gt(at(x, 0), 0) ? sum(x) : build(rows, (i) => mul(at(x, 0), scalar(i)))
    );
    const J = jacobian(f, { chunk: 1 });
    const taken = (x0: number, rows: number): number => {
      calls = 0;
      expect(J(Float64Array.of(x0, 1, 2), rows).rows).toBe(x0 > 0 ? 1 : rows);
      return calls;
    };
    // Counted, and one record; its output alone would cost 200 sweeps: counted, and three columns.
    expect([taken(1, 200), taken(-1, 200), taken(-1, 200)]).toEqual([2, 5, 3]);
    expect([taken(-1, 300), taken(1, 300), taken(1, 300)]).toEqual([5, 3, 1]);
  });

  test("of a curve nothing is counted: its first evaluation is the answer", () => {
    expect(evaluations((x) => build(9, () => sin(at(x, 0))), 1)).toEqual([1, 1]);
  });
});

test("counting leaves outer derivatives and the caller's arrays alone", () => {
  const inner = (a: Scalar) =>
    at(jacobian(([x, y]: Scalars<2>) => mul(mul(a, x), y))([a, 2]), 0, 0);
  // ∂/∂x (a·x·y) at (a, 2) is 2a.
  expect(derivative(inner)(3)).toBe(2);
  const x = Float64Array.of(1, 2);
  explain((y: Vector) => (y instanceof Float64Array ? y.fill(0) : y, add(y, y)))(x);
  expect(x).toEqual(Float64Array.of(1, 2));
});

test("outputs that are computed when they are read", () => {
  const A = new Matrix(3, 2, Float64Array.of(4, 1, 1, 3, 0, 1));
  const { rows, applied } = explain((X: MatrixValue) => svd(X))(A);
  expect(rows).toBe(3 * 2 + 2 + 2 * 2);
  expect(applied.size).toBeGreaterThan(0);
  expect(jacobian((X: MatrixValue) => svd(X))(A)).toEqual(
    jacobian((X: MatrixValue) => svd(X), { mode: "forward" })(A),
  );
});

test("prints", () => {
  expect(explain(([x]: Scalars<1>) => mul(3, x))([2]).toString()).toMatch(/ 1 operation \(1 mul\)/);
  expect(explain(polar)([2, 0.7]).toString()).toBe(
    [
      "jacobian: 2 inputs, 2 outputs: a 2×2 matrix",
      "  evaluation  4 operations (2 mul, 1 cos, 1 sin)",
      "  forward     23 operations: 2 directions in 1 pass",
      "  reverse     31 operations: 2 rows in 1 sweep of one record",
      "  taken       forward: it takes 74 % of the operations of the other",
    ].join("\n"),
  );
});
