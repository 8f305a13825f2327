import {
  add,
  at,
  div,
  mul,
  scalar,
  sin,
  square,
  sumOver,
  type Index,
  type Scalar,
  type Scalars,
  type Vector,
} from "@jacobian/core";
import { jvp } from "@jacobian/dual";
import { matmul } from "@jacobian/linalg";
import { checkpointedFold, gradient, vjp } from "@jacobian/tape";
import { explain, matrix, sub, sum, tanh, type MatrixValue } from "jacobian";
import { expect } from "vitest";
import { testPage } from "../../src/testing/chapter.ts";

const f = ([x, y]: Scalars<2>) => [mul(mul(x, y), sin(x)), add(square(x), y)] as const;

const loss =
  (target: Float64Array) =>
  ({ W1, W2, x }: { readonly W1: MatrixValue; readonly W2: MatrixValue; readonly x: Vector }) =>
    mul(0.5, sum(square(sub(matmul(W2, tanh(matmul(W1, x))), target))));

/** An operation on two of the inputs and results so far, by their places. */
interface Step {
  readonly kind: "+" | "-" | "*" | "/";
  readonly i: number;
  readonly j: number;
}

/** Each step takes the result before it, and something older. */
const programOf = (kinds: string, inputs: number, length: number): readonly Step[] =>
  Array.from({ length }, (_, k) => ({
    // One of the four.
    kind: kinds[Math.floor(1.7 * k) % kinds.length] as Step["kind"],
    i: inputs + k - 1,
    j: (7 * k) % inputs,
  }));

const primitives = { "+": add, "-": sub, "*": mul, "/": div };

/** By the primitives. */
const evaluated = (program: readonly Step[], x: Vector): Scalar => {
  const values: Scalar[] = Array.from({ length: x.length }, (_, i) => at(x, i));
  for (const { kind, i, j } of program) values.push(primitives[kind](values[i]!, values[j]!));
  return values.at(-1)!;
};

/** The gradient by hand, forward and back, with each operation counted: all of them, and products and quotients alone. */
const swept = (program: readonly Step[], x: Float64Array) => {
  let [operations, products] = [0, 0];
  const sum = (result: number): number => (operations++, result);
  const product = (result: number): number => (products++, sum(result));
  const v = Array.from(x);
  for (const { kind, i, j } of program) {
    const [a, b] = [v[i]!, v[j]!];
    if (kind === "*") v.push(product(a * b));
    else if (kind === "/") v.push(product(a / b));
    else v.push(sum(kind === "+" ? a + b : a - b));
  }
  const bars = v.map((_, k) => Number(k === v.length - 1));
  for (const [k, { kind, i, j }] of [...program.entries()].reverse()) {
    const bar = bars[x.length + k]!;
    const hand = (to: number, share: number) => (bars[to] = sum(bars[to]! + share));
    if (kind === "*") {
      hand(i, product(bar * v[j]!));
      hand(j, product(bar * v[i]!));
    } else if (kind === "/") {
      const share = product(bar / v[j]!);
      hand(i, share);
      hand(j, -product(share * v[x.length + k]!));
    } else {
      hand(i, bar);
      hand(j, kind === "+" ? bar : -bar);
    }
  }
  return { gradient: bars.slice(0, x.length), operations, products };
};

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k);

/** How often a step is advanced, at the least, where `steps` are swept back with so many checkpoints. */
const advances = (steps: number, checkpoints: number): number => {
  if (steps === 1) return 0;
  if (checkpoints === 0) return Infinity;
  // The next checkpoint after m steps; the rest is swept with one checkpoint less, and then the first m.
  const choices = Array.from({ length: steps - 1 }, (_, k) => k + 1);
  return Math.min(
    ...choices.map((m) =>
      Math.max(advances(steps - m, checkpoints - 1), 1 + advances(m, checkpoints)),
    ),
  );
};

/** How often `checkpointedFold` calls each step in a gradient. */
const calls = (steps: number, checkpoints: number): number[] => {
  const called = new Array<number>(steps).fill(0);
  const step = (y: Scalar, k: Index) => {
    called[scalar(k)]!++;
    return sin(y);
  };
  gradient((y: Scalar) => checkpointedFold(step, { checkpoints })(steps, y))(0.5);
  return called;
};

await testPage(import.meta.url, {
  vjp: () => {
    const [x, y] = [1.2, 0.4] as const;
    const { cotangent } = vjp(f)([x, y], [3, -2]);
    const dx = 3 * (y * Math.sin(x) + x * y * Math.cos(x)) - 2 * 2 * x;
    const dy = 3 * x * Math.sin(x) - 2;
    expect(cotangent[0]).toBeCloseTo(dx, 14);
    expect(cotangent[1]).toBeCloseTo(dy, 14);
  },
  pairing: () => {
    for (const [v, w] of [
      [
        [0.3, -1],
        [2, 0.7],
      ],
      [
        [1, 4],
        [-0.5, 3],
      ],
    ] as const) {
      const { tangent } = jvp(f)([1.2, 0.4], v);
      const { cotangent } = vjp(f)([1.2, 0.4], w);
      const forward = w[0] * tangent[0] + w[1] * tangent[1];
      expect(forward).toBeCloseTo(cotangent[0] * v[0] + cotangent[1] * v[1], 13);
    }
  },
  backpropagation: () => {
    const [x, t] = [Float64Array.of(0.4, -0.9), Float64Array.of(0.2, -0.3)];
    const W1 = matrix([
      [0.3, -0.8],
      [1.1, 0.2],
      [-0.4, 0.6],
    ]);
    const W2 = matrix([
      [0.5, -1, 0.7],
      [0.9, 0.4, -0.2],
    ]);
    const bars = gradient(loss(t))({ W1, W2, x });
    // By hand, entry by entry.
    const z = [0, 1, 2].map((i) => W1.data[2 * i]! * x[0]! + W1.data[2 * i + 1]! * x[1]!);
    const a = z.map(Math.tanh);
    const e = [0, 1].map(
      (i) => a.reduce((total, each, j) => total + W2.data[3 * i + j]! * each, 0) - t[i]!,
    );
    const zBar = a.map(
      (each, j) => (1 - each * each) * (W2.data[j]! * e[0]! + W2.data[3 + j]! * e[1]!),
    );
    e.forEach((ei, i) =>
      a.forEach((aj, j) => expect(bars.W2.data[3 * i + j]).toBeCloseTo(ei * aj, 14)),
    );
    zBar.forEach((zi, i) =>
      x.forEach((xj, j) => expect(bars.W1.data[2 * i + j]).toBeCloseTo(zi * xj, 14)),
    );
    x.forEach((_, j) => {
      const back = zBar.reduce((total, zi, i) => total + W1.data[2 * i + j]! * zi, 0);
      expect(bars.x[j]).toBeCloseTo(back, 14);
    });
  },
  "cheap-gradient": () => {
    const factors = [10, 100, 1000].map((n) => {
      const g = (x: Vector) => sumOver(n, (i) => mul(square(at(x, i)), add(at(x, i), 2)));
      const { operations, forward, reverse } = explain(g)(new Float64Array(n).fill(0.5));
      expect(forward.operations / operations).toBeGreaterThan(n / 2);
      return reverse.operations / operations;
    });
    for (const factor of factors) expect(factor).toBeLessThan(5);
    expect(factors[2]).toBeCloseTo(factors[1]!, 0);
    // Of arithmetic, by hand: a program of products and quotients alone reaches both bounds, whatever its inputs.
    for (const inputs of [2, 50]) {
      for (const kinds of ["*", "/", "+-", "+-*/"]) {
        const x = Float64Array.from({ length: inputs }, (_, i) => 1 + 0.1 * Math.sin(i));
        const program = programOf(kinds, inputs, 200);
        const { gradient: byHand, operations, products } = swept(program, x);
        const byTape = gradient((z: Vector) => evaluated(program, z))(x);
        byHand.forEach((entry, i) => expect(entry).toBeCloseTo(byTape[i]!, 10));
        const own = program.filter(({ kind }) => kind === "*" || kind === "/").length;
        expect(operations).toBeLessThanOrEqual(5 * program.length);
        expect(products).toBeLessThanOrEqual(3 * own);
        if (kinds === "*" || kinds === "/") {
          expect([operations, products]).toEqual([5 * program.length, 3 * own]);
        }
      }
    }
  },
  checkpoints: () => {
    for (const [s, r] of [
      [1, 4],
      [2, 3],
      [3, 2],
      [4, 1],
    ] as const) {
      const longest = binomial(s + r, s);
      expect(advances(longest, s)).toBe(r);
      expect(advances(longest + 1, s)).toBe(r + 1);
      // Once more each step is recorded.
      expect(Math.max(...calls(longest, s))).toBe(r + 1);
    }
    expect(binomial(20, 10)).toBe(184_756);
  },
});
