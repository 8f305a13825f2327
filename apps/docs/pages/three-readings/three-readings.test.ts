import {
  add,
  derivative,
  dot,
  gradient,
  jacobian,
  jvp,
  mul,
  square,
  value,
  vector,
  vjp,
} from "jacobian";
import type { Scalar, Scalars } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const box = ([x, y]: Scalars<2>) =>
  [
    mul(square(x), y),
    add(mul(2, square(x)), mul(4, mul(x, y))),
    add(mul(8, x), mul(4, y)),
  ] as const;

const [x, y] = [1.3, -0.7] as const;
const byHand = [2 * x * y, x * x, 4 * x + 4 * y, 4 * x, 8, 4];

const close = (got: readonly number[], expected: readonly number[]): void => {
  expect(got).toHaveLength(expected.length);
  got.forEach((entry, k) => expect(entry).toBeCloseTo(expected[k]!, 13));
};

await testPage(import.meta.url, {
  partials: () => {
    close([...jacobian(box)([x, y]).data], byHand);
    // And as limits of quotients: a central difference, whose error is of second order.
    const t = 1e-5;
    const [ahead, behind] = [x + t, x - t].map((each) =>
      box([each, y]).map((entry) => value(entry)),
    );
    const quotients = ahead!.map((there, i) => (there - behind![i]!) / (2 * t));
    quotients.forEach((quotient, i) => expect(quotient).toBeCloseTo(byHand[2 * i]!, 8));
  },
  products: () => {
    const [v, w] = [[0.6, -2] as const, [1, -0.5, 3] as const];
    const Jv = [0, 1, 2].map((i) => byHand[2 * i]! * v[0] + byHand[2 * i + 1]! * v[1]);
    const wJ = [0, 1].map((j) => w.reduce((total, wi, i) => total + wi * byHand[2 * i + j]!, 0));
    const line = (t: Scalar) => box([add(x, mul(t, v[0])), add(y, mul(t, v[1]))]);
    close(derivative(line)(0), Jv);
    close(jvp(box)([x, y], v).tangent, Jv);
    const weighted = (p: Scalars<2>) => dot(vector(w), vector(box(p)));
    close(gradient(weighted)([x, y]), wJ);
    close(vjp(box)([x, y], w).cotangent, wJ);
  },
});
