import {
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  LevelError,
  UndecidedError,
  abs,
  add,
  at,
  hypot,
  matrix,
  mul,
  relu,
  sin,
  square,
  sub,
  sum,
} from "@jacobian/core";
import * as dual from "@jacobian/dual";
import { eigvalsh } from "@jacobian/linalg";
import {
  clarke,
  directional,
  jacobian,
  kinks,
  lexicographic,
  subgradient,
  withConventions,
} from "@jacobian/nonsmooth";
import { symbols, trace } from "@jacobian/symbolic";
import * as tape from "@jacobian/tape";
import { describe, expect, test } from "vitest";

/** Kinks at x = 0 and x = y, curved beside them. */
const f = ([x, y]: Scalars<2>): Scalar => add(mul(relu(x), square(y)), mul(abs(sub(x, y)), sin(y)));

/** f where x > y, or x ≥ 0 and x < y: its pieces by hand. */
const piece =
  (rising: boolean, above: boolean) =>
  ([x, y]: Scalars<2>): Scalar =>
    add(mul(rising ? x : 0, square(y)), mul(mul(above ? 1 : -1, sub(x, y)), sin(y)));

const smooth = [1, 2] as const;
const kinked = [0, 2] as const;
const entries = (x: { readonly data: Float64Array }): unknown[] =>
  Array.from(x.data, (entry): unknown => expect.closeTo(entry, 12));

const engines = [
  ["dual", dual.jacobian, dual.gradient],
  ["tape", tape.jacobian, tape.gradient],
] as const;

describe.each(engines)("%s", (name, outer, gradient) => {
  test("over nonsmooth: derivatives of the selected piece, at a kink and beside it", () => {
    const own = (x: Scalars<2>) => subgradient(f)(x);
    const hessian = (g: typeof f, x: readonly [number, number]) =>
      entries(dual.jacobian((y: Scalars<2>) => dual.gradient(g)(y))(x));
    expect([...outer(own)(smooth).data]).toEqual(hessian(f, smooth));
    // The first coordinate rises at a kink, and is still below the second.
    expect([...outer(own)(kinked).data]).toEqual(hessian(piece(true, false), kinked));
    const along = (x: Scalars<2>) => directional(f)(x, [-1, 0.5]);
    const exact = (x: Scalars<2>) => dual.jvp(piece(false, false))(x, [-1, 0.5]).tangent;
    expect([...outer(along)(kinked).data]).toEqual(entries(dual.jacobian(exact)(kinked)));
    const whole = (x: Vector) => jacobian((y: Vector) => mul(abs(y), square(y)))(x);
    expect([...outer(whole)(Float64Array.of(0, 2)).data]).toEqual([0, 0, 0, 0, 0, 0, 0, 12]);
  });

  test("over nonsmooth where a length or an eigenvalue has a kink: refused", () => {
    const length = ([x, y]: Scalars<2>): Scalar => hypot(x, mul(2, y));
    const top = ([x, y]: Scalars<2>): Scalar => {
      const A = matrix([
        [x, y],
        [y, x],
      ]);
      return at(eigvalsh(A), 1);
    };
    for (const g of [length, top]) {
      expect(() => outer((x: Scalars<2>) => subgradient(g)(x))([0, 0])).toThrow(LevelError);
      expect(() => outer((x: Scalars<2>) => directional(g)(x, [1, 1]))([0, 0])).toThrow(
        "directional: expected plain numbers where",
      );
    }
    // Away from it there is nothing to refuse.
    const curved = (x: Scalars<2>) => subgradient(length)(x);
    const known = (x: Scalars<2>) => dual.gradient(length)(x);
    expect([...outer(curved)([3, 2]).data]).toEqual(entries(dual.jacobian(known)([3, 2])));
  });

  test("within nonsmooth: beside kinks the derivative, at one refused", () => {
    const inner = (x: Scalars<2>) => gradient(f)(x);
    const exact = entries(dual.jacobian((x: Scalars<2>) => dual.gradient(f)(x))(smooth));
    expect([...jacobian(inner)(smooth).data]).toEqual(exact);
    expect(clarke(inner)(smooth)).toMatchObject({ kind: "point" });
    expect([...clarke(inner)(smooth).toMatrix().data]).toEqual(exact);
    expect(kinks(inner)(smooth)).toEqual([]);
    // The gradient jumps where f has a kink: dual reads a number that decides, tape compares.
    const error = name === "dual" ? UndecidedError : DomainError;
    for (const door of [jacobian, clarke, lexicographic]) {
      expect(() => door(inner)(kinked)).toThrow(error);
    }
  });

  test("with other conventions, at first order and at second", () => {
    const g = withConventions({ relu: 0.5, abs: 1 }, f);
    expect(gradient(g)([0, 2])).toEqual([expect.closeTo(2 - Math.sin(2)), expect.any(Number)]);
    // ½·y² + x·sin y at (0, y), to second order too.
    const h = withConventions({ relu: 0.5 }, ([x, y]: Scalars<2>) => mul(relu(x), square(y)));
    expect([...outer((x: Scalars<2>) => gradient(h)(x))(kinked).data]).toEqual([0, 2, 2, 0]);
  });

  test("eigenvalues that meet have no convention: as without any, refused", () => {
    const top = ([x, y]: Scalars<2>): Scalar => {
      const A = matrix([
        [x, y],
        [y, x],
      ]);
      return at(eigvalsh(A), 1);
    };
    for (const g of [top, withConventions({ relu: 1 }, top)])
      expect(() => gradient(g)([1, 0])).toThrow(DomainError);
    expect(gradient(withConventions({ relu: 1 }, top))([1, 2])).toEqual([
      expect.closeTo(1),
      expect.closeTo(1),
    ]);
  });
});

test("Jacobians of both engines, of the selection that conventions stand for", () => {
  const F = withConventions({ relu: 1, abs: -1 }, (x: Vector) =>
    add(relu(x), mul(3, abs(mul(2, x)))),
  );
  const x = Float64Array.of(0, 1, -1);
  expect([...tape.jacobian(F)(x).data]).toEqual([...dual.jacobian(F)(x).data]);
  expect(dual.jacobian(F)(x).at(0, 0)).toBe(-5);
});

test("a record of the tape with a subgradient within it is made again on the other side", () => {
  const g = tape.record((x: Vector): Scalar => {
    const s: Vector = subgradient((y: Vector): Scalar => sum(mul(abs(y), y)))(x);
    return sum(mul(s, x));
  })(Float64Array.of(1));
  // 2·|x|·x, whose derivative is 4·|x|.
  for (const x of [2, -3, 0, 5])
    expect(Array.from(g.gradient(Float64Array.of(x)))).toEqual([4 * Math.abs(x)]);
});

test("formulas have no numbers to look at: refused", () => {
  const [x] = symbols("x");
  expect(() => trace((y: Scalar) => directional((z: Scalar) => abs(z))(y, 1), x)).toThrow(
    UndecidedError,
  );
});
