import { describe, expect, test } from "vitest";
import { Matrix, jacobian, logAbsDet, value, type Vector } from "jacobian";
import { cloud, point } from "../test-support/points.ts";
import { specimens } from "../test-support/specimens.ts";

const points = cloud(3, 8);
const each = Array.from({ length: points.cols }, (_, j) => point(points, j));

const numbers = (x: unknown): number[] => {
  if (typeof x === "number") return [x];
  return Array.from(x instanceof Matrix ? x.data : (x as Float64Array));
};

const expectClose = (got: unknown, wanted: unknown, digits: number) => {
  const [a, b] = [numbers(got), numbers(wanted)];
  expect(a).toHaveLength(b.length);
  a.forEach((x, k) =>
    expect(Math.abs(x - b[k]!) / (1 + Math.abs(b[k]!))).toBeLessThan(10 ** -digits),
  );
};

describe.each(Object.entries(specimens))("%s", (name, map) => {
  // An inverse that begins with tanh⁻¹ asks for points of its range.
  const starts = name === "inverse" ? each.map((z) => z.map((zi) => 10 * zi)) : each;
  const ends = starts.map((z) => map.forward(z));

  test.each(["forward", "reverse"] as const)(
    "log |det J| is that of the Jacobian, %s mode",
    (mode) => {
      const J = jacobian((z: Vector) => map.forward(z), { mode });
      for (const z of starts) expectClose(map.logAbsDet(z), logAbsDet(J(z)).logAbsDet, 12);
    },
  );

  test("the log |det J| of the inverse is that of its Jacobian", () => {
    for (const mode of ["forward", "reverse"] as const) {
      const J = jacobian((x: Vector) => map.inverse(x), { mode });
      for (const x of ends)
        expectClose(map.inverseAndLogAbsDet(x).logAbsDet, logAbsDet(J(x)).logAbsDet, 9);
    }
  });

  test("the inverse undoes the map, and its volume factor", () => {
    starts.forEach((z, k) => {
      const back = map.inverseAndLogAbsDet(ends[k]!);
      expectClose(back.value, z, 10);
      expectClose(value(back.logAbsDet), -value(map.logAbsDet(z)), 10);
      expectClose(map.forward(map.inverse(ends[k]!)), ends[k], 10);
    });
  });

  test("columns are points", () => {
    const Z = new Matrix(3, starts.length);
    starts.forEach((z, j) => z.forEach((zi, i) => (Z.data[i * Z.cols + j] = zi)));
    const { value: X, logAbsDet: volumes } = map.forwardAndLogAbsDet(Z);
    const back = map.inverseAndLogAbsDet(X);
    starts.forEach((z, j) => {
      expectClose(point(X as Matrix, j), ends[j], 14);
      expectClose((volumes as Float64Array)[j], map.logAbsDet(z), 14);
      expectClose(
        (back.logAbsDet as Float64Array)[j],
        map.inverseAndLogAbsDet(ends[j]!).logAbsDet,
        14,
      );
    });
    expectClose(back.value, Z, 10);
  });

  test("no points are points", () => {
    expect(value(map.forward(new Matrix(3, 0)))).toEqual(new Matrix(3, 0));
    expect(value(map.logAbsDet(new Matrix(3, 0)))).toEqual(new Float64Array(0));
  });
});
