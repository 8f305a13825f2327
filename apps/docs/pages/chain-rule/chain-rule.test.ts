import { matmul } from "@jacobian/linalg";
import { compose, cos, jacobian, mul, sin, square, sub, type Scalars } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))] as const;
const complexSquare = ([x, y]: Scalars<2>) =>
  [sub(square(x), square(y)), mul(2, mul(x, y))] as const;

await testPage(import.meta.url, {
  "chain-rule": () => {
    const [r, t] = [1.2, 0.6] as const;
    const y = [r * Math.cos(t), r * Math.sin(t)] as const;
    const whole = jacobian((p: Scalars<2>) => complexSquare(polar(p)))([r, t]);
    const product = matmul(jacobian(complexSquare)(y), jacobian(polar)([r, t]));
    whole.data.forEach((entry, k) => expect(entry).toBeCloseTo(product.data[k]!, 14));
    // (r² cos 2θ, r² sin 2θ), differentiated by hand.
    const [c, s] = [Math.cos(2 * t), Math.sin(2 * t)];
    const byHand = [2 * r * c, -2 * r * r * s, 2 * r * s, 2 * r * r * c];
    whole.data.forEach((entry, k) => expect(entry).toBeCloseTo(byHand[k]!, 14));
  },
  bracketing: () => {
    const chain = compose(polar, complexSquare, ([x, y]: Scalars<2>) => sub(x, mul(0.5, y)));
    const { jacobians, multiplications } = chain.factors([1.2, 0.6]);
    const [J1, J2, J3] = jacobians;
    const left = matmul(matmul(J3!, J2!), J1!);
    const right = matmul(J3!, matmul(J2!, J1!));
    left.data.forEach((entry, k) => expect(entry).toBeCloseTo(right.data[k]!, 13));
    // J₃ is 1×2, the others 2×2: from the left 1·2·2 twice, from the right 2·2·2 and 1·2·2.
    expect(multiplications).toMatchObject({ reverse: 4 + 4, forward: 8 + 4, optimal: 8 });
  },
});
