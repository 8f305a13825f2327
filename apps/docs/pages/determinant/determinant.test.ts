import { det, matmul, transpose } from "@jacobian/linalg";
import { add, cos, determinant, exp, jacobian, logAbsDeterminant, mul, sin } from "jacobian";
import { value, volume, type Scalars } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))] as const;

/** The edge of a square around a point, in steps. */
const edge = ([x, y]: readonly [number, number], side: number) => {
  const n = 400;
  const ahead = Array.from({ length: n }, (_, k) => (k / n - 0.5) * side);
  const [a, b] = [side / 2, -side / 2];
  return [
    ...ahead.map((s) => [x + s, y + b] as const),
    ...ahead.map((s) => [x + a, y + s] as const),
    ...ahead.map((s) => [x - s, y + a] as const),
    ...ahead.map((s) => [x + b, y - s] as const),
  ];
};

/** The area that a closed line encloses, by Gauss's formula. */
const area = (points: readonly (readonly [number, number])[]): number =>
  points.reduce((total, [x, y], k) => {
    const [u, v] = points[(k + 1) % points.length]!;
    return total + (x * v - u * y) / 2;
  }, 0);

await testPage(import.meta.url, {
  scale: () => {
    const at = [2, 0.7] as const;
    const quotients = [0.5, 0.25, 0.125].map((side) => {
      const image = edge(at, side).map((p) => {
        const [x, y] = polar(p);
        return [value(x), value(y)] as const;
      });
      return area(image) / side ** 2;
    });
    // det J = r by hand; by areas, which come nearer.
    expect(determinant(polar)(at)).toBeCloseTo(2, 14);
    expect(quotients[2]).toBeCloseTo(2, 4);
    const map = ([x, y]: Scalars<2>) => complexExp([x, add(y, mul(x, x))]);
    const errors = [0.4, 0.2, 0.1].map((side) => {
      const image = edge(at, side).map((p) => map(p).map((each) => value(each)));
      const quotient = area(image.map(([x, y]) => [x!, y!])) / side ** 2;
      return Math.abs(quotient / determinant(map)(at) - 1);
    });
    expect(errors[1]).toBeLessThan(errors[0]! / 3.5);
    expect(errors[2]).toBeLessThan(errors[1]! / 3.5);
    expect(errors[2]).toBeLessThan(0.01);
  },
  product: () => {
    const at = [0.8, 0.6] as const;
    const there = [0.8 * Math.cos(0.6), 0.8 * Math.sin(0.6)] as const;
    const both = (p: Scalars<2>) => complexExp(polar(p));
    const factors = [determinant(complexExp)(there), determinant(polar)(at)] as const;
    expect(determinant(both)(at)).toBeCloseTo(factors[0] * factors[1], 13);
    const logs = logAbsDeterminant(complexExp)(there) + logAbsDeterminant(polar)(at);
    expect(logAbsDeterminant(both)(at)).toBeCloseTo(logs, 13);
    // By hand: e^(2x)·r.
    expect(factors[0] * factors[1]).toBeCloseTo(Math.exp(2 * there[0]) * 0.8, 13);
  },
  tall: () => {
    const [u, v] = [0.9, 0.4] as const;
    const sphere = ([a, b]: Scalars<2>) => [mul(cos(a), cos(b)), mul(cos(a), sin(b)), sin(a)];
    const J = jacobian(sphere)([u, v]);
    const [p, q] = [0, 1].map((j) => [0, 1, 2].map((i) => J.at(i, j)));
    const cross = [0, 1, 2].map((i) => {
      const [k, l] = [(i + 1) % 3, (i + 2) % 3];
      return p![k]! * q![l]! - p![l]! * q![k]!;
    });
    const factor = volume(sphere)([u, v]);
    expect(factor).toBeCloseTo(Math.hypot(...cross), 14);
    expect(factor).toBeCloseTo(Math.sqrt(value(det(matmul(transpose(J), J)))), 14);
    expect(factor).toBeCloseTo(Math.cos(u), 14);
    // One column: its length. Square: |det J|.
    const curve = ([t]: Scalars<1>) => [mul(t, t), sin(t)];
    expect(volume(curve)([0.7])).toBeCloseTo(Math.hypot(1.4, Math.cos(0.7)), 14);
    expect(volume(([x, y]) => [y, mul(x, 3)])([1, 2])).toBe(3);
  },
});
