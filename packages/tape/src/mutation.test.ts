import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  LevelError,
  Matrix,
  add,
  exp,
  gather,
  mul,
  scalar,
  square,
  sub,
  sum,
  sumOver,
  value,
  vector,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { linearSolve } from "../test-support/linear-solve.ts";
import {
  checkpoint,
  checkpointedFold,
  customVjp,
  fixedPoint,
  gradient,
  pullback,
  record,
  root,
  valueAndGradient,
  vjp,
} from "./index.ts";

// Arrays are written into: by the function, in its own container, and by the caller, between calls.

test("a function that writes into its own list has the gradient of what it computes", () => {
  const f = (v: Scalar[]) => {
    v[0] = mul(v[0] ?? 0, 2);
    return mul(v[0], v[1] ?? 0);
  };
  expect(gradient(f)([2, 3])).toEqual([6, 4]);
});

test("and into its own object", () => {
  const f = (p: { a: Scalar; b: Scalar }) => {
    p.a = mul(p.a, p.a);
    return mul(p.a, p.b);
  };
  expect(gradient(f)({ a: 3, b: 5 })).toEqual({ a: 30, b: 9 });
});

test("a caller may overwrite the input before it calls the pullback", () => {
  const w = Float64Array.of(1, 2);
  const { pullback: back } = pullback((v: Vector) => sum(square(v)))(w);
  w[0] = 100;
  expect(back(1)).toEqual(Float64Array.of(2, 4));
});

test("an element that a function gave away and another returns is refused", () => {
  let kept: Scalar = 0;
  gradient((x: Scalar) => (kept = mul(x, 2)))(1);
  expect(() => valueAndGradient((_x: Scalar) => kept)(2)).toThrow(LevelError);
});

test("a function that throws ends its recording too", () => {
  let kept: Scalar = 0;
  const broken = (x: Scalar): Scalar => {
    kept = x;
    throw new RangeError("mine");
  };
  expect(() => gradient(broken)(1)).toThrow(RangeError);
  expect(() => mul(kept, 3)).toThrow(LevelError);
});

test("a caller may overwrite the value before it calls the pullback", () => {
  const { value: y, pullback: back } = pullback((x: Vector) => exp(x))(Float64Array.of(0, 0));
  y.fill(100);
  expect(back(Float64Array.of(1, 1))).toEqual(Float64Array.of(1, 1));
  const c = Float64Array.of(1, 2);
  const constant = pullback((_x: Scalar) => c)(1);
  constant.value.fill(7);
  expect(c).toEqual(Float64Array.of(1, 2));
});

test("f may write into the plain values that it reads", () => {
  const f = (x: Vector) => {
    const top = (value(x) as Float64Array).sort()[2] ?? 0;
    return mul(top, sum(mul(x, x)));
  };
  expect(gradient(f)(Float64Array.of(3, 1, 2))).toEqual(Float64Array.of(18, 6, 12));
  const g = (M: MatrixValue) => {
    (value(M) as Matrix).data[0] = 50;
    return sum(mul(M, M));
  };
  expect(gradient(g)(Matrix.fromRows([[1, 2]]))).toEqual(Matrix.fromRows([[2, 4]]));
});

test("and a function with a pullback of its own into what it gets, and later into what it gave", () => {
  const room = new Float64Array(3);
  const sorted = customVjp(
    (x: Vector): Vector => {
      room.set((x as Float64Array).sort());
      return room;
    },
    (bar, x) => mul(bar, x),
  );
  const x = Float64Array.of(3, 1, 2);
  const f = (v: Vector) => add(sum(square(sorted(v))), sum(sorted(mul(v, 10))));
  // 2·sorted(v) ⊙ v, and 10·10·v
  expect(gradient(f)(x)).toEqual(Float64Array.of(6 + 300, 4 + 100, 12 + 200));
});

test("a record keeps constants of its own", () => {
  const c = Float64Array.of(1, 2);
  const list = [3];
  const f = (x: Vector, a: Vector, [k = 0]: readonly number[]) => mul(k, sum(mul(x, a)));
  const tape = record(f)(Float64Array.of(1, 1), c, list);
  c.fill(50);
  list[0] = 70;
  expect(tape.valueAndGradient(Float64Array.of(2, 1))).toEqual({
    value: 12,
    gradient: Float64Array.of(3, 6),
  });
});

test("a list that f makes a vector of, and then fills again", () => {
  const f = ([x]: Scalars<1>) => {
    const list: Scalar[] = [x, 2];
    const v = vector(list);
    list[0] = 5;
    list.push(x);
    return sum(mul(v, v));
  };
  expect(gradient(f)([3])).toEqual([6]);
  expect(record(f)([3]).value).toBe(13);
});

test("a list of indices that f fills again and again", () => {
  const places = [0, 0];
  const f = (x: Vector): Scalar =>
    sumOver(2, (i) => {
      places[0] = scalar(i);
      places[1] = scalar(i) + 1;
      return mul(scalar(i) + 1, sum(gather(x, places)));
    });
  const tape = record(f)(Float64Array.of(0, 0, 0));
  for (const x of [Float64Array.of(1, 2, 3), Float64Array.of(4, -5, 6)]) {
    expect(tape.gradient(x)).toEqual(gradient(f)(x));
    expect(tape.value).toBe(f(x));
  }
  expect(tape.evaluations).toBe(1);
});

describe("lists that are written into before the way back", () => {
  type Step = (list: readonly Scalar[], w: Scalar) => Scalar;
  const step: Step = (list, w) => list.reduce<Scalar>((y, x) => add(mul(y, w), square(x)), 0);
  const once = checkpointedFold((_y: Scalar, _i, list: readonly Scalar[], w: Scalar) =>
    step(list, w),
  );
  const carried = checkpointedFold((list: readonly Scalar[], _i, w: Scalar) => [
    step(list, w),
    ...list.slice(1),
  ]);
  const own = customVjp(
    ([list, w]: readonly [readonly Scalar[], Scalar]): Scalar => step(list, w),
    (bar, [list, w]) =>
      vjp(([l, v]: readonly [readonly Scalar[], Scalar]) => step(l, v))([list, w], bar).cotangent,
  );
  const settled = fixedPoint((_y: Scalar, list: readonly Scalar[], w: Scalar) => step(list, w));
  const solved = root(
    (y: Scalar, list: readonly Scalar[], w: Scalar): Scalar => sub(y, step(list, w)),
    { solve: linearSolve },
  );

  test.each<readonly [string, Step]>([
    ["checkpoint", checkpoint(step)],
    ["checkpointedFold, parameters", (list, w) => once(1, 0, list, w)],
    ["checkpointedFold, start", (list, w) => carried(1, list, w)[0] ?? NaN],
    ["customVjp", (list, w) => own([list, w])],
    ["fixedPoint", (list, w) => settled(0, list, w)],
    ["root", (list, w) => solved(0, list, w)],
  ])("%s", (_name, tool) => {
    // Plain first, then an element; and longer each time.
    const f =
      (by: Step) =>
      ([x, w]: Scalars<2>): Scalar => {
        const list: Scalar[] = [0.1, x];
        for (let k = 0; k < 3; k++) {
          list[0] = by(list, w);
          list.push(by(list, w));
        }
        return by(list, w);
      };
    const [dx, dw] = gradient(f(tool))([0.3, 0.5]);
    const [x, w] = gradient(f(step))([0.3, 0.5]);
    expect(dx).toBeCloseTo(x, 12);
    expect(dw).toBeCloseTo(w, 12);
  });

  test("and one that a function keeps and gives each time", () => {
    const kept: Scalar[] = [];
    const block = checkpoint((x: Scalar): readonly Scalar[] => {
      kept.push(square(x));
      return kept;
    });
    const f = (x: Scalar): Scalar => {
      kept.length = 0;
      const [y = NaN] = block(x);
      kept.length = 0;
      return y;
    };
    expect(gradient(f)(3)).toBe(6);
  });
});
