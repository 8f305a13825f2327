import type { Scalar, Value, Vector } from "@jacobian/core";
import type { Core, Linalg } from "./scenario.ts";

/** A problem with what has been published of it. */
export interface TestProblem {
  readonly name: string;
  readonly f: (x: Vector) => Scalar;
  readonly start: Float64Array;
  readonly optimum: number;
  readonly convex: boolean;
}

const filled = (n: number, entry: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, k) => entry(k + 1));

/** The published problems, written with the primitives of a copy of core and of linalg. */
export const nonsmoothProblems = (core: Core, linalg: Linalg) => {
  const {
    abs,
    add,
    amax,
    at,
    exp,
    log1p,
    max,
    mul,
    neg,
    offset,
    pow,
    slice,
    square,
    sub,
    sum,
    sumOver,
    Matrix,
  } = core;
  const { matmul, randomMatrix } = linalg;

  /** Σᵢ or maxᵢ of pairs (xᵢ, xᵢ₊₁) at once: what stands for xᵢ and for xᵢ₊₁. */
  const pairs = (x: Vector): readonly [Vector, Vector] => [
    slice(x, 0, x.length - 1),
    slice(x, 1, x.length),
  ];

  const total = (x: Value): Scalar => sum(x);
  const largest = (x: Value): Scalar => amax(x);
  const max3 = (a: Value, b: Value, c: Value): Value => max(max(a, b), c);

  const hilbert = (n: number) =>
    new Matrix(
      n,
      n,
      filled(n * n, (k) => 1 / (Math.floor((k - 1) / n) + ((k - 1) % n) + 1)),
    );

  const cb3 = (x: Vector): readonly [Value, Value, Value] => {
    const [a, b] = pairs(x);
    return [
      add(square(square(a)), square(b)),
      add(square(sub(2, a)), square(sub(2, b))),
      mul(2, exp(sub(b, a))),
    ];
  };

  const crescent = (x: Vector): readonly [Value, Value] => {
    const [a, b] = pairs(x);
    const circle = add(square(a), square(sub(b, 1)));
    return [add(circle, sub(b, 1)), add(neg(circle), add(b, 1))];
  };

  const mifflin = (x: Vector): Scalar => {
    const [a, b] = pairs(x);
    const y = sub(add(square(a), square(b)), 1);
    return total(add(sub(mul(2, y), a), mul(1.75, abs(y))));
  };

  const brown = (x: Vector): Scalar => {
    const [a, b] = pairs(x);
    const power = (u: Value, v: Value): Value => pow(abs(u), add(square(v), 1));
    return total(add(power(a, b), power(b, a)));
  };

  const chainedLq = (x: Vector): Scalar => {
    const [a, b] = pairs(x);
    const line = neg(add(a, b));
    return total(max(line, add(line, sub(add(square(a), square(b)), 1))));
  };

  const alternating = (odd: number, even: number) => (i: number) => (i % 2 === 1 ? odd : even);

  /**
   * The ten problems of Haarala, Miettinen & Mäkelä, New limited memory bundle method for large-scale nonsmooth
   * optimization, 2004, appendix, for n variables; starts as in the authors' own program. Chained Mifflin 2 stands
   * among those that are not convex, but is: 2y + 1.75|y| is the larger of 3.75·y and 0.25·y, and y is convex. Its optimum
   * depends on n; for 50 it is published as −34.795 (Karmitsa), and here found and proven to 1e-6.
   */
  const haarala = (n: number): readonly TestProblem[] => [
    {
      name: "MAXQ",
      f: (x) => largest(square(x)),
      start: filled(n, (i) => (i <= n / 2 ? i : -i)),
      optimum: 0,
      convex: true,
    },
    {
      name: "MXHILB",
      f: (
        (H) => (x: Vector) =>
          largest(abs(matmul(H, x)))
      )(hilbert(n)),
      start: filled(n, () => 1),
      optimum: 0,
      convex: true,
    },
    {
      name: "Chained LQ",
      f: chainedLq,
      start: filled(n, () => -0.5),
      optimum: -(n - 1) * Math.SQRT2,
      convex: true,
    },
    {
      name: "Chained CB3 I",
      f: (x) => total(max3(...cb3(x))),
      start: filled(n, () => 2),
      optimum: 2 * (n - 1),
      convex: true,
    },
    {
      name: "Chained CB3 II",
      f: (x) => {
        const [a, b, c] = cb3(x).map(total);
        return max3(a!, b!, c!) as Scalar;
      },
      start: filled(n, () => 2),
      optimum: 2 * (n - 1),
      convex: true,
    },
    {
      name: "Number of active faces",
      f: (x) => log1p(max(largest(abs(x)), abs(total(x)))),
      start: filled(n, () => 1),
      optimum: 0,
      convex: false,
    },
    {
      name: "Nonsmooth Brown 2",
      f: brown,
      start: filled(n, alternating(-1, 1)),
      optimum: 0,
      convex: false,
    },
    {
      name: "Chained Mifflin 2",
      f: mifflin,
      start: filled(n, () => -1),
      optimum: n === 50 ? -34.7951814 : NaN,
      convex: true,
    },
    {
      name: "Chained crescent I",
      f: (x) => {
        const [a, b] = crescent(x).map(total);
        return max(a!, b!);
      },
      start: filled(n, alternating(-1.5, 2)),
      optimum: 0,
      convex: false,
    },
    {
      name: "Chained crescent II",
      f: (x) => total(max(...crescent(x))),
      start: filled(n, alternating(-1.5, 2)),
      optimum: 0,
      convex: false,
    },
  ];

  const cb2 = (x: Vector): Scalar => {
    const [a, b] = [at(x, 0), at(x, 1)];
    const parts = [
      add(square(a), square(square(b))),
      add(square(sub(2, a)), square(sub(2, b))),
      mul(2, exp(sub(b, a))),
    ] as const;
    return max3(...parts) as Scalar;
  };

  /** Lukšan & Vlček, Test problems for nonsmooth unconstrained and linearly constrained optimization, 2000; Nesterov. */
  const others = (n: number): readonly TestProblem[] => [
    { name: "CB2", f: cb2, start: Float64Array.of(1, -0.1), optimum: 1.9522245, convex: true },
    {
      name: "L1HILB",
      f: (
        (H) => (x: Vector) =>
          total(abs(matmul(H, x)))
      )(hilbert(n)),
      start: filled(n, () => 1),
      optimum: 0,
      convex: true,
    },
    {
      // Introductory Lectures on Convex Optimization, 2004, section 3.2.1, with γ = μ = 1 and k = n.
      name: "Nesterov's max",
      f: (x) => add(largest(x), mul(0.5, total(square(x)))),
      start: filled(n, () => 1),
      optimum: -1 / (2 * n),
      convex: true,
    },
  ];

  /**
   * ¼|x₁ − 1| + Σ|xᵢ₊₁ − 2|xᵢ| + 1|, of 2ⁿ⁻¹ Clarke stationary points of which only (1, …, 1) is a minimum.
   * It is started from normal numbers, as there.
   * @see Gürbüzbalaban & Overton, On Nesterov's nonsmooth Chebyshev–Rosenbrock functions, 2012
   */
  const chebyshevRosenbrock = (n: number): TestProblem => ({
    name: `Chebyshev–Rosenbrock, n = ${n}`,
    f: (x) => {
      const bends = sumOver(n - 1, (i) =>
        abs(add(sub(at(x, offset(i, 1)), mul(2, abs(at(x, i)))), 1)),
      );
      return add(mul(0.25, abs(sub(at(x, 0), 1))), bends);
    },
    start: randomMatrix(1, n, { seed: n, distribution: "normal" }).data,
    optimum: 0,
    convex: false,
  });

  return { haarala, others, chebyshevRosenbrock };
};
