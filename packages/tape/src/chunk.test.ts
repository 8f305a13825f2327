import type { Matrix } from "@jacobian/core";
import {
  type ChunkOptions,
  type Scalar,
  type Scalars,
  type Vector,
  DomainError,
  add,
  at,
  build,
  cos,
  div,
  mul,
  norm2,
  relu,
  sin,
  slice,
  sqrt,
  sum,
  tanh,
  where,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { gradient, jacobian } from "./index.ts";

describe("wrong input", () => {
  test.each<[unknown, string]>([
    [{ chunk: 0 }, "got 0"],
    [{ chunk: 33 }, "got 33"],
    [{ chunk: 1.5 }, "got 1.5"],
    [{ chunks: 8 }, "got chunks"],
    [null, "got null"],
  ])("the options %j", (options, got) => {
    const enter = () => jacobian(([x]) => x, options as ChunkOptions);
    expect(enter).toThrow(DomainError);
    expect(enter).toThrow(
      `jacobian: expected options { chunk } with a whole number from 1 to 32, ${got}; leave them out for 16`,
    );
  });
});

/** Scalars, entries, whole arrays, kinks, constants and a sum over an array, in one record. */
const mixed = (x: Vector): unknown => {
  const y = tanh(mul(x, at(x, 1)));
  const entries = Array.from({ length: x.length }, (_, k) => mul(sin(at(x, k)), at(y, 2)));
  return {
    a: entries.map((e, k) => add(e, relu(div(e, k + 1)))),
    b: [slice(y, 0, 3), norm2(x), 7],
    c: build(4, (i) => cos(at(y, i))),
    d: [x, at(x, 0), sum(mul(x, at(x, 3)))],
  };
};

const x = Float64Array.of(0.3, -0.2, 0.9, 1.4, -0.6);

describe("the same Jacobian", () => {
  const one = jacobian(mixed, { chunk: 1 })(x);

  test.each([2, 3, 7, 16, 32])("in chunks of %d rows", (chunk) => {
    expect(jacobian(mixed, { chunk })(x)).toEqual(one);
  });

  test("and each row is a gradient", () => {
    const flat = (v: Vector): Scalar[] => {
      const { a, b } = mixed(v) as { a: Scalar[]; b: [Vector, Scalar, number] };
      return [...a, at(b[0], 0), at(b[0], 1), at(b[0], 2), b[1]];
    };
    for (let i = 0; i < 9; i++) {
      const row = gradient((v: Vector) => flat(v)[i] ?? NaN)(x);
      row.forEach((d, j) => {
        expect(one.at(i, j)).toBeCloseTo(d, 15);
      });
    }
  });

  test("no rows, no columns", () => {
    expect(jacobian(() => [], { chunk: 4 })([1, 2]).shape).toEqual([0, 2]);
    expect(jacobian(() => [1, 2], { chunk: 4 })([]).shape).toEqual([2, 0]);
    const empty = (v: Vector) => [sum(v), 1];
    expect(jacobian(empty)(new Float64Array(0)).shape).toEqual([2, 0]);
  });
});

test("an exact zero annihilates in its own lane only", () => {
  // √ has an infinite slope at 0; only the first row asks for it.
  const f = ([u, v]: Scalars<2>) => {
    const root = sqrt(u);
    return [root, where("gt", u, 0, root, v), mul(0, root), v];
  };
  expect(jacobian(f)([0, 3]).toJSON()).toEqual([
    [Infinity, 0],
    [0, 1],
    [0, 0],
    [0, 1],
  ]);
});

test("nested, the rows are elements and come one by one", () => {
  const f = ([u, v]: Scalars<2>) => [mul(u, v), sin(u)];
  const trace = (y: Scalars<2>): Scalar => {
    const J = jacobian(f, { chunk: 2 })(y);
    return add(at(J as Matrix, 0, 0), at(J as Matrix, 1, 0));
  };
  expect(gradient(trace)([0.5, 2])).toEqual([-Math.sin(0.5), 1]);
});
