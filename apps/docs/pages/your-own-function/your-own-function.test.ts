import { cos, dot, jvp, matmul, matrix, mul, unary, vjp, type Vector } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

await testPage(import.meta.url, {
  duality: () => {
    const A = matrix([
      [1, 2],
      [3, -1],
      [0.5, 4],
    ]);
    // Wrong alike in both modes: duality cannot see it.
    const wrong = unary("wrong", { value: Math.sin, partial: (x) => mul(1.01, cos(x)) });
    const f = (x: Vector) => wrong(matmul(A, x));
    const x = Float64Array.of(0.3, 0.2);
    for (const angle of [0, 1, 2, 3]) {
      const v = Float64Array.of(Math.cos(angle), Math.sin(angle));
      const w = Float64Array.of(1, angle, -1);
      const left = dot(w, jvp(f)(x, v).tangent);
      expect(left).toBeCloseTo(dot(vjp(f)(x, w).cotangent, v), 12);
      // By hand: Σ wᵢ·1.01·cos((Ax)ᵢ)·(Av)ᵢ.
      const Ax = [0.7, 0.7, 0.95];
      const Av = [v[0]! + 2 * v[1]!, 3 * v[0]! - v[1]!, 0.5 * v[0]! + 4 * v[1]!];
      const hand = Ax.reduce((sum, z, i) => sum + w[i]! * 1.01 * Math.cos(z) * Av[i]!, 0);
      expect(left).toBeCloseTo(hand, 12);
    }
  },
});
