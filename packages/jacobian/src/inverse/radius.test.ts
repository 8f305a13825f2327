import { describe, expect, test } from "vitest";
import {
  type LocalInverseOptions,
  type Matrix,
  type Scalar,
  type Scalars,
  type Vector,
  ConvergenceError,
  add,
  at,
  cos,
  exp,
  jacobian,
  localInverse,
  log,
  matmul,
  mul,
  sin,
  sqrt,
  square,
  sub,
} from "../index.ts";

const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))] as const;
const squared = (x: Scalar): Scalar => square(x);

describe("the radius", () => {
  test("x² at 1 with L = 2: s = 1, ρ = 1", () => {
    const inverse = localInverse(squared, { lipschitz: 2 })(1);
    expect(inverse).toMatchObject({ value: 1, inverseNorm: 0.5, lipschitz: 2, rigorous: true });
    expect(inverse).toMatchObject({ domainRadius: 1, radius: 1 });
    expect(localInverse(squared, { lipschitz: 2, within: 0.5 })(1).radius).toBe(0.75);
  });

  test("an affine map has an inverse everywhere", () => {
    const inverse = localInverse((x: Scalar): Scalar => add(mul(2, x), 1), { lipschitz: 0 })(1);
    expect(inverse).toMatchObject({ radius: Infinity, domainRadius: Infinity });
    expect(inverse.contraction(1e6)).toMatchObject({ x: 499_999.5, guaranteed: true, factor: 0 });
  });

  test("a radius beyond all numbers is no NaN", () => {
    const bent = (x: Scalar): Scalar => add(mul(1e200, x), mul(1e-200, square(x)));
    const inverse = localInverse(bent, { lipschitz: 2e-200 })(1);
    expect(inverse).toMatchObject({ radius: Infinity, domainRadius: Infinity });
    expect(inverse.newton(3e200)).toMatchObject({ x: 3, guaranteed: true });
    const steep = localInverse((x: Scalar): Scalar => mul(1e200, x), { lipschitz: 1e-200 });
    expect(steep(1).radius).toBe(Infinity);
  });

  test("an estimate says that it is one, and promises nothing", () => {
    const inverse = localInverse(squared)(1);
    expect(inverse.lipschitz).toBeCloseTo(2, 14);
    expect(inverse.rigorous).toBe(false);
    expect(inverse.newton(1.1)).toMatchObject({ withinRadius: true, guaranteed: false });
    // 1/x² is 4 at ½, and the ball reaches no further than where f is defined.
    expect(localInverse((x: Scalar): Scalar => log(x), { within: 0.5 })(1).lipschitz).toBe(4);
    expect(localInverse((x: Scalar): Scalar => log(x))(1).radius).toBeGreaterThan(0.15);
    // Neither is there anything to promise where the ball leaves the domain.
    expect(localInverse((x: Scalar): Scalar => log(x), { within: 2 })(1).radius).toBe(0);
  });

  test("an estimate is no less than what differences of J show", () => {
    const { lipschitz, domainRadius: s } = localInverse(complexExp)([0.3, 1]);
    const draw = drawing(7);
    const J = () => {
      const x = [0.3 + s * draw(), 1 + s * draw()] as const;
      return { x, J: jacobian(complexExp)(x) };
    };
    for (let k = 0; k < 200; k++) {
      const [a, b] = [J(), J()];
      const change = rowSum(sub(a.J, b.J));
      const apart = Math.max(Math.abs(a.x[0] - b.x[0]), Math.abs(a.x[1] - b.x[1]));
      expect(change).toBeLessThanOrEqual(lipschitz * apart);
    }
  });

  test("it is sharp: x − Lx²/2 takes no value beyond ρ in the ball", () => {
    const parabola = (x: Scalar): Scalar => sub(x, mul(2, square(x)));
    const inverse = localInverse(parabola, { lipschitz: 4 })(0);
    expect(inverse).toMatchObject({ domainRadius: 0.25, radius: 0.125 });
    expect(inverse.at(0.125 * (1 - 1e-9))).toBeCloseTo(0.25, 4);
    expect(inverse.newton(0.125)).toMatchObject({ guaranteed: true });
    // Half the digits on the edge.
    expect(inverse.at(0.125)).toBeCloseTo(0.25, 7);
    expect(() => inverse.at(0.125 * (1 + 1e-9))).toThrow(ConvergenceError);
    const smaller = localInverse(parabola, { lipschitz: 4, within: 0.1 })(0);
    expect(smaller.radius).toBeCloseTo(0.08, 16);
  });
});

/** Numbers in [−1, 1], the same each time. */
const drawing = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (2 * state) / 2_147_483_647 - 1;
  };
};

const rowSum = ({ rows, cols, data }: Matrix): number =>
  Math.max(
    ...Array.from({ length: rows }, (_, i) =>
      data.subarray(i * cols, (i + 1) * cols).reduce((total, entry) => total + Math.abs(entry), 0),
    ),
  );

/** Functions with Lipschitz constants of their Jacobians by hand. */
const proven: readonly {
  name: string;
  f: (x: Vector) => readonly Scalar[];
  x0: readonly number[];
  options: LocalInverseOptions;
}[] = [
  { name: "x²", f: (x) => [square(at(x, 0))], x0: [1], options: { lipschitz: 2 } },
  { name: "sin", f: (x) => [sin(at(x, 0))], x0: [0.4], options: { lipschitz: 1 } },
  {
    // Rows of f″ add up to 2eˣ(|cos y| + |sin y|).
    name: "the complex exponential",
    f: (x) => complexExp([at(x, 0), at(x, 1)]),
    x0: [0, 0.5],
    options: { lipschitz: 2 * Math.SQRT2 * Math.exp(0.4), within: 0.4 },
  },
  {
    // Second derivatives of the rows: 2 + 2; 1 + 1; 2.
    name: "a quadratic map",
    f: (v) => {
      const [x, y, z] = [at(v, 0), at(v, 1), at(v, 2)];
      return [add(add(mul(3, x), square(y)), mul(x, z)), add(y, mul(x, z)), sub(z, square(x))];
    },
    x0: [0.2, -0.1, 0.3],
    options: { lipschitz: 4 },
  },
];

describe.each(proven)("within ρ, $name", ({ f, x0, options }) => {
  const start = Float64Array.from(x0);
  const inverse = localInverse(f, options)(start);
  const { domainRadius: s, radius, inverseNorm, lipschitz } = inverse;
  const apart = (a: ArrayLike<number>, b: ArrayLike<number>) =>
    Math.max(...Array.from(a, (entry, k) => Math.abs(entry - b[k]!)));

  test("every y has its x in the ball, by either method", () => {
    const draw = drawing(11);
    for (let k = 0; k < 1000; k++) {
      // Half of them on the boundary, just within.
      const u = start.map(draw);
      const scale = k % 2 ? radius : (radius * 0.999) / Math.max(...u.map(Math.abs));
      const y = inverse.value.map((entry, i) => entry + scale * u[i]!);
      const { x, guaranteed, residual } = inverse.newton(y);
      expect(guaranteed).toBe(true);
      expect(residual).toBeLessThan(1e-14);
      expect(apart(x, start)).toBeLessThanOrEqual(s);
      expect(apart(f(x).map(Number), y)).toBeLessThan(1e-14);
      if (k % 20 > 1) continue;
      const contracted = inverse.contraction(y);
      expect(contracted.factor).toBeLessThan(1);
      expect(apart(contracted.x, x)).toBeLessThan(1e-10);
    }
  });

  test("and no other in the ball: f spreads points as far as the factor says", () => {
    const draw = drawing(13);
    const inverseOfJ = inverse.jacobianAt(inverse.value);
    for (let k = 0; k < 1000; k++) {
      const [a, b] = [start, start].map((c) => c.map((entry) => entry + s * draw())) as [
        Float64Array,
        Float64Array,
      ];
      const factor = (inverseNorm * lipschitz * (apart(a, start) + apart(b, start))) / 2;
      const images = [f(a), f(b)].map((y) => Float64Array.from(y.map(Number)));
      const spread = matmul(
        inverseOfJ,
        images[0]!.map((entry, i) => entry - images[1]![i]!),
      );
      expect(
        apart(
          spread,
          start.map(() => 0),
        ),
      ).toBeGreaterThanOrEqual((1 - factor) * apart(a, b) - 1e-15);
    }
  });

  test("the contraction leaves no more of its error than its factor", () => {
    const y = inverse.value.map((entry) => entry + 0.9 * radius);
    const { x, factor } = inverse.contraction(y);
    const B = inverse.jacobianAt(inverse.value);
    let at = start;
    for (let k = 0; k < 20; k++) {
      const r = Float64Array.from(f(at).map(Number)).map((entry, i) => entry - y[i]!);
      const step = matmul(B, r);
      const next = at.map((entry, i) => entry - step[i]!);
      expect(apart(next, x)).toBeLessThanOrEqual(factor * apart(at, x) + 1e-14);
      at = next;
    }
  });
});

describe("beyond ρ", () => {
  test("it tries, and says that nothing was promised", () => {
    const inverse = localInverse(squared, { lipschitz: 2 })(1);
    expect(inverse.newton(5)).toMatchObject({ withinRadius: false, guaranteed: false });
    expect(inverse.at(5)).toBeCloseTo(Math.sqrt(5), 15);
    expect(inverse.contraction(2.5).factor).toBeNaN();
  });

  test("and fails only where there is nothing to be found", () => {
    const inverse = localInverse(squared, { lipschitz: 2 })(1);
    expect(() => inverse.at(-1)).toThrow(ConvergenceError);
    expect(() => inverse.contraction(-1)).toThrow(ConvergenceError);
    expect(() => inverse.contraction(8)).toThrow(/^localInverse: expected the contraction/);
    const few = localInverse(squared, { limit: 2 })(1);
    expect(() => few.at(1.44)).toThrow(/a residual of .* after 2 steps, which are all it may take/);
  });

  test("a step that leaves the domain is made shorter", () => {
    expect(localInverse((x: Scalar): Scalar => log(x))(1).at(-30)).toBeCloseTo(Math.exp(-30), 25);
  });

  test("a solution outside of the ball refutes an L that is too small", () => {
    // |asinh″| is up to 0.385; asinh(74.2…) = 5.
    const asinh = (x: Scalar): Scalar => log(add(x, sqrt(add(square(x), 1))));
    const inverse = localInverse(asinh, { lipschitz: 0.1 })(0);
    expect(inverse.newton(4.5)).toMatchObject({ withinRadius: true, guaranteed: false });
  });
});

test("an infinite slope or value does not pass for a solution", () => {
  // A whole step from 2 lands on 1, where f is 5 and its slope infinite.
  const steep = (x: Scalar): Scalar => add(sqrt(sub(x, 1)), mul(5, x));
  expect(() => localInverse(steep)(2).at(5.5)).toThrow(ConvergenceError);
  expect(() => localInverse(squared)(1).at(Infinity)).toThrow(ConvergenceError);
});
