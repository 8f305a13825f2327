import {
  add,
  cos,
  div,
  mul,
  neg,
  relu,
  sin,
  square,
  sub,
  type Scalar,
  type Scalars,
  type Vector,
} from "@jacobian/core";
import { derivative, jacobian, jvp } from "@jacobian/dual";
import { explain } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const f = ([x, y]: Scalars<2>) => [mul(mul(x, y), sin(x)), add(square(x), cos(y))] as const;
const plain = ([x, y]: readonly [number, number]) =>
  [x * y * Math.sin(x), x * x + Math.cos(y)] as const;

/** Arithmetic of numbers, each operation counted. */
class Tally {
  operations = 0;
  readonly plus = (a: number, b: number) => this.did(a + b);
  readonly minus = (a: number, b: number) => this.did(a - b);
  readonly times = (a: number, b: number) => this.did(a * b);
  readonly over = (a: number, b: number) => this.did(a / b);

  private did(result: number): number {
    this.operations++;
    return result;
  }
}

/** A value and its tangent. */
type Moving = readonly [x: number, dx: number];

/** The same on dual numbers. */
const moving = ({ plus, minus, times, over }: Tally) => ({
  plus: ([x, dx]: Moving, [y, dy]: Moving): Moving => [plus(x, y), plus(dx, dy)],
  minus: ([x, dx]: Moving, [y, dy]: Moving): Moving => [minus(x, y), minus(dx, dy)],
  times: ([x, dx]: Moving, [y, dy]: Moving): Moving => [
    times(x, y),
    plus(times(dx, y), times(x, dy)),
  ],
  over: ([x, dx]: Moving, [y, dy]: Moving): Moving => {
    const z = over(x, y);
    return [z, over(minus(dx, times(z, dy)), y)];
  },
});

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
    // Where a step has a kink it need not hold, even if the whole is smooth: this is x.
    const smooth = (z: Scalar) => sub(relu(z), relu(neg(z)));
    expect([derivative(smooth)(1e-9), derivative(smooth)(-1e-9)]).toEqual([1, 1]);
    expect(derivative(smooth)(0)).toBe(0);
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
    // Up to 32 directions travel together.
    for (const [n, evaluations] of [
      [32, 1],
      [33, 2],
    ] as const) {
      calls = 0;
      const whole = (x: Vector) => {
        calls++;
        return mul(x, x);
      };
      jacobian(whole)(new Float64Array(n));
      expect(calls).toBe(evaluations);
    }
    // By hand: a product or a quotient reaches the bound, whatever the length of the program.
    const rules = { plus: add, minus: sub, times: mul, over: div };
    for (const name of ["plus", "minus", "times", "over"] as const) {
      for (const n of [10, 1000]) {
        const tally = new Tally();
        const step = moving(tally)[name];
        let y: Moving = [2, 1];
        for (let i = 0; i < n; i++) y = step(y, [1.001, -0.3]);
        expect(tally.operations).toBe((name === "plus" || name === "minus" ? 2 : 4) * n);
        const { value, tangent } = jvp(([z, x]: Scalars<2>) => {
          let y: Scalar = z;
          for (let i = 0; i < n; i++) y = rules[name](y, x);
          return y;
        })([2, 1.001], [1, -0.3]);
        expect(value).toBe(y[0]);
        expect(tangent / y[1]).toBeCloseTo(1, 10);
      }
    }
    // As the library counts, partial derivatives included, with an elementary function in each round.
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
    // One ε for both: the inner call takes ẋ + ẏ = 2 for its derivative, and x·2 has the slope 2.
    const confused = derivative((y: Scalar) => add(y, y))(1);
    expect(derivative((x: Scalar) => mul(x, confused))(1)).toBe(2);
  },
});
