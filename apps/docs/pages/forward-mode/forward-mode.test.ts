import { add, cos, mul, sin, square, type Scalar, type Scalars } from "@jacobian/core";
import { derivative, jacobian, jvp } from "@jacobian/dual";
import { explain } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const f = ([x, y]: Scalars<2>) => [mul(mul(x, y), sin(x)), add(square(x), cos(y))] as const;
const plain = ([x, y]: readonly [number, number]) =>
  [x * y * Math.sin(x), x * x + Math.cos(y)] as const;

await testPage(import.meta.url, {
  jvp: () => {
    const [x, y] = [1.2, 0.4] as const;
    const [a, b] = [0.7, -1.1] as const;
    const { value, tangent } = jvp(f)([x, y], [a, b]);
    expect(value).toEqual(plain([x, y]));
    // By hand, and by central differences with a step that leaves about ten digits.
    const byHand = [
      a * y * (Math.sin(x) + x * Math.cos(x)) + b * x * Math.sin(x),
      2 * x * a - Math.sin(y) * b,
    ];
    const h = 1e-5;
    const [up, down] = [plain([x + h * a, y + h * b]), plain([x - h * a, y - h * b])];
    tangent.forEach((entry, k) => {
      expect(entry).toBeCloseTo(byHand[k]!, 14);
      expect(entry).toBeCloseTo((up[k]! - down[k]!) / (2 * h), 8);
    });
  },
  "one-evaluation": () => {
    let calls = 0;
    const counted = (x: Scalars<2>) => {
      calls++;
      return f(x);
    };
    jvp(counted)([1, 2], [3, 4]);
    expect(calls).toBe(1);
    jacobian(counted)([1, 2]);
    expect(calls).toBe(2);
    // Counted along one direction: the factor is small, and does not grow with the program.
    const factors = [10, 100, 1000].map((n) => {
      const chain = (x: Scalar) => {
        let y: Scalar = x;
        for (let i = 0; i < n; i++) y = add(mul(y, x), sin(y));
        return y;
      };
      const { operations, forward } = explain(chain)(0.5);
      expect(operations).toBe(3 * n);
      return forward.operations / operations;
    });
    for (const factor of factors) expect(factor).toBeCloseTo(factors[2]!, 1);
    expect(factors[2]).toBeLessThan(4);
  },
  confusion: () => {
    const nested = (x: Scalar) => mul(x, derivative((y: Scalar) => add(x, y))(1));
    expect(derivative(nested)(1)).toBe(1);
    // The same in differences of the values, which have no ε to confuse: the inner one is 1 for any x.
    const h = 1e-4;
    const inner = (x: number) => (x + (1 + h) - (x + (1 - h))) / (2 * h);
    const outer = ((1 + h) * inner(1 + h) - (1 - h) * inner(1 - h)) / (2 * h);
    expect(outer).toBeCloseTo(1, 6);
  },
});
