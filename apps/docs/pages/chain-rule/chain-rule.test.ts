import { matmul } from "@jacobian/linalg";
import { compose, cos, jacobian, mul, sin, square, sub, type Scalars } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const complexSquare = ([x, y]: Scalars<2>) =>
  [sub(square(x), square(y)), mul(2, mul(x, y))] as const;
const shear = ([x, y]: Scalars<2>) => [sub(x, mul(0.5, y)), y] as const;

await testPage(import.meta.url, {
  "chain-rule": () => {
    const [r, t] = [1.2, 0.6] as const;
    const y = [r * Math.cos(t), r * Math.sin(t)] as const;
    const whole = jacobian((p: Scalars<2>) => complexSquare(polar(p)))([r, t]);
    const product = matmul(jacobian(complexSquare)(y), jacobian(polar)([r, t]));
    whole.data.forEach((entry, k) => expect(entry).toBeCloseTo(product.data[k]!, 14));
    // (r² cos 2θ, r² sin 2θ), differentiated by hand.
    expect(whole.data[0]).toBeCloseTo(2 * r * Math.cos(2 * t), 14);
  },
  bracketing: () => {
    const [J1, J2, J3] = compose(polar, complexSquare, shear).factors([1.2, 0.6]).jacobians;
    const left = matmul(matmul(J3!, J2!), J1!);
    const right = matmul(J3!, matmul(J2!, J1!));
    left.data.forEach((entry, k) => expect(entry).toBeCloseTo(right.data[k]!, 13));
  },
});
