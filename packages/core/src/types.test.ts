import { describe, expectTypeOf, test } from "vitest";
import {
  Matrix,
  abs,
  add,
  at,
  build,
  clamp,
  eq,
  fold,
  leakyRelu,
  lt,
  max,
  mean,
  mul,
  relu,
  row,
  scan,
  sin,
  sum,
  sumOver,
  unary,
  value,
  vector,
  where,
  type Index,
  type MatrixValue,
  type Plain,
  type Scalar,
  type Scalars,
  type UnaryFunction,
  type Value,
  type Vector,
} from "./index.ts";

// What is called is never run: only its types are looked at.
declare const s: Scalar;
declare const v: Vector;
declare const A: MatrixValue;
declare const x: Value;
declare const i: Index;
const n = 1;
const plainVector = new Float64Array(2);
const plainMatrix = new Matrix(2, 2);

/** Bodies are compiled, never called. */
const compiled = (_body: () => void): void => undefined;
const use = (_x: unknown): void => undefined;

describe("primitives", () => {
  test("keep what they are given", () => {
    compiled(() => {
      expectTypeOf(sin(n)).toEqualTypeOf<number>();
      expectTypeOf(sin(plainVector)).toEqualTypeOf<Float64Array>();
      expectTypeOf(sin(plainMatrix)).toEqualTypeOf<Matrix>();
      expectTypeOf(sin(s)).toEqualTypeOf<Scalar>();
      expectTypeOf(sin(v)).toEqualTypeOf<Vector>();
      expectTypeOf(sin(A)).toEqualTypeOf<MatrixValue>();
      expectTypeOf(sin(x)).toEqualTypeOf<Value>();
    });
  });

  test("of two operands take the kind of the larger", () => {
    compiled(() => {
      expectTypeOf(add(n, n)).toEqualTypeOf<number>();
      expectTypeOf(add(n, plainVector)).toEqualTypeOf<Float64Array>();
      expectTypeOf(add(plainMatrix, n)).toEqualTypeOf<Matrix>();
      expectTypeOf(add(s, n)).toEqualTypeOf<Scalar>();
      expectTypeOf(add(n, s)).toEqualTypeOf<Scalar>();
      expectTypeOf(mul(s, v)).toEqualTypeOf<Vector>();
      expectTypeOf(mul(v, plainVector)).toEqualTypeOf<Vector>();
      expectTypeOf(mul(A, s)).toEqualTypeOf<MatrixValue>();
      expectTypeOf(max(x, s)).toEqualTypeOf<Value>();
    });
  });

  test("with statics, and those of kinks, do too", () => {
    compiled(() => {
      expectTypeOf(abs(n)).toEqualTypeOf<number>();
      expectTypeOf(relu(v)).toEqualTypeOf<Vector>();
      expectTypeOf(leakyRelu(s, 0.1)).toEqualTypeOf<Scalar>();
      expectTypeOf(clamp(n, 0, 1)).toEqualTypeOf<number>();
      expectTypeOf(clamp(v, 0, 1)).toEqualTypeOf<Vector>();
      expectTypeOf(where("lt", n, n, n, n)).toEqualTypeOf<number>();
      expectTypeOf(where("lt", s, n, s, n)).toEqualTypeOf<Scalar>();
      expectTypeOf(where("lt", x, n, x, n)).toEqualTypeOf<Value>();
    });
  });

  test("arrays are read and reduced to scalars", () => {
    compiled(() => {
      expectTypeOf(at(plainVector, 0)).toEqualTypeOf<number>();
      expectTypeOf(at(v, i)).toEqualTypeOf<Scalar>();
      expectTypeOf(at(A, 0, i)).toEqualTypeOf<Scalar>();
      expectTypeOf(row(plainMatrix, 0)).toEqualTypeOf<Float64Array>();
      expectTypeOf(row(A, 0)).toEqualTypeOf<Vector>();
      expectTypeOf(sum(plainMatrix)).toEqualTypeOf<number>();
      expectTypeOf(sum(plainMatrix, "rows")).toEqualTypeOf<Float64Array>();
      expectTypeOf(sum(v)).toEqualTypeOf<Scalar>();
      expectTypeOf(mean(A, "columns")).toEqualTypeOf<Vector>();
      expectTypeOf(vector([n, n])).toEqualTypeOf<Float64Array>();
      expectTypeOf(vector([s, n])).toEqualTypeOf<Vector>();
      expectTypeOf(value(s)).toEqualTypeOf<number>();
      expectTypeOf(value(x)).toEqualTypeOf<Plain>();
      expectTypeOf(eq(s, n)).toEqualTypeOf<boolean>();
    });
  });

  test("of one's own are what the table's are", () => {
    const own = unary("own", { value: Math.sin, partial: (t) => t });
    expectTypeOf(own).toEqualTypeOf<UnaryFunction>();
    expectTypeOf(own).toEqualTypeOf(sin);
  });
});

describe("mistakes that do not compile", () => {
  test("operands", () => {
    compiled(() => {
      // @ts-expect-error a list of numbers is no vector
      sin([1, 2]);
      // @ts-expect-error a text is no number
      add("1", 2);
      // @ts-expect-error a promise is no value
      add(Promise.resolve(1), 2);
      // @ts-expect-error a missing operand
      add(1);
      // @ts-expect-error a missing slope
      leakyRelu(1);
      // @ts-expect-error sin takes no static argument
      sin(1, 2);
      // @ts-expect-error a relation of another name
      where("lte", 1, 2, 3, 4);
      // @ts-expect-error arrays are not compared as a whole
      lt(v, 1);
    });
  });

  test("native operators", () => {
    // The lint rule knows these mistakes too; here the compiler is asked.
    /* eslint-disable @typescript-eslint/restrict-plus-operands */
    compiled(() => {
      // @ts-expect-error a scalar may be an element
      use(s + 1);
      // @ts-expect-error a scalar may be an element
      use(s < 1);
      // @ts-expect-error a scalar may be an element
      Math.sin(s);
    });
  });

  test("an index used as a number", () => {
    compiled(() => {
      // @ts-expect-error index arithmetic is offset and affine
      use(i + 1);
      // @ts-expect-error data are read by at
      use(plainVector[i]);
      // @ts-expect-error scalar(i) is the number
      sin(i);
    });
    /* eslint-enable @typescript-eslint/restrict-plus-operands */
  });

  test("ranks that do not meet", () => {
    compiled(() => {
      // @ts-expect-error a matrix has entries (i, j)
      at(A, 0);
      // @ts-expect-error a scalar has no entries
      at(s, 0);
      const scalarOnly = (_x: Scalar): void => undefined;
      // @ts-expect-error a vector is no scalar
      scalarOnly(v);
    });
  });
});

describe("lists of scalars", () => {
  const polar = ([r, t]: Scalars<2>): Scalar[] => [mul(r, sin(t)), t];

  test("an exact tuple takes plain numbers, and no more than it says", () => {
    compiled(() => {
      polar([2, 0.7]);
      // @ts-expect-error one is missing
      polar([2]);
      // @ts-expect-error one too many
      polar([2, 0.7, 1]);
      expectTypeOf<Scalars<0>>().toEqualTypeOf<readonly []>();
      expectTypeOf<Scalars<2>>().toEqualTypeOf<readonly [Scalar, Scalar]>();
    });
  });

  test("a bare one destructures into scalars, also beyond the eighth with undefined", () => {
    compiled(() => {
      const inline = ([a, , , , , , , h, ninth]: Scalars): void => {
        expectTypeOf(a).toEqualTypeOf<Scalar>();
        expectTypeOf(h).toEqualTypeOf<Scalar>();
        expectTypeOf(ninth).toEqualTypeOf<Scalar | undefined>();
      };
      use(inline);
    });
  });
});

describe("loops", () => {
  test("give what their bodies give", () => {
    compiled(() => {
      expectTypeOf(sumOver(3, () => n)).toEqualTypeOf<number>();
      expectTypeOf(sumOver(i, () => s)).toEqualTypeOf<Scalar>();
      expectTypeOf(sumOver(3, () => v)).toEqualTypeOf<Vector>();
      expectTypeOf(build(3, () => n)).toEqualTypeOf<Float64Array>();
      expectTypeOf(build(3, () => s)).toEqualTypeOf<Vector>();
      expectTypeOf(fold(3, s, (carry) => add(carry, 1))).toEqualTypeOf<Scalar>();
      expectTypeOf(scan(3, s, (carry) => add(carry, 1))).toEqualTypeOf<Scalar[]>();
    });
  });
});
