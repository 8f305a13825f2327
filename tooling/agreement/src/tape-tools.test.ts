import {
  type MatrixValue,
  type Scalar,
  type Scalars,
  type Vector,
  SingularMatrixError,
  add,
  at,
  cos,
  div,
  exp,
  fold,
  log1p,
  matrix,
  mul,
  pow,
  scalar,
  sin,
  square,
  sub,
  sum,
  tanh,
  vector,
} from "@jacobian/core";
import { derivative, jacobian as forward, jvp } from "@jacobian/dual";
import { logAbsDet, matmul, solve } from "@jacobian/linalg";
import {
  AnomalyError,
  checkpoint,
  checkpointedFold,
  customVjp,
  detectAnomaly,
  fixedPoint,
  gradient,
  jacobian,
  root,
} from "@jacobian/tape";
import { describe, expect, test } from "vitest";
import { type AnyFunction, nameOf, orders } from "./engines.ts";
import { differ, largest, numbersOf } from "./numbers.ts";

/** What a tool makes of a function, and what the function is without it. */
interface Pair {
  readonly name: string;
  readonly tool: (x: Scalars<2>) => readonly Scalar[];
  readonly itself: (x: Scalars<2>) => readonly Scalar[];
  readonly tolerance?: number;
}

const curved = ([x, y]: Scalars<2>): readonly Scalar[] => [
  mul(sin(x), exp(y)),
  tanh(add(x, mul(x, y))),
];
const step = (c: Scalar, i: unknown, x: Scalar): Scalar => sin(add(mul(x, c), scalar(i as number)));
const softplus = customVjp(
  ([x, y]: Scalars<2>) => [log1p(exp(mul(x, y)))],
  ([bar], [x, y]): Scalars<2> => {
    const slope = mul(bar, sub(1, div(1, add(1, exp(mul(x, y))))));
    return [mul(slope, y), mul(slope, x)];
  },
);
const pairs: readonly Pair[] = [
  { name: "checkpoint", tool: (x) => checkpoint(curved)(x), itself: curved },
  {
    name: "checkpointedFold",
    tool: ([x, y]) => [checkpointedFold(step, { checkpoints: 2 })(7, y, x)],
    itself: ([x, y]) => [fold(7, y, (c, i) => step(c, i, x))],
  },
  { name: "customVjp", tool: softplus, itself: ([x, y]) => [log1p(exp(mul(x, y)))] },
  { name: "detectAnomaly", tool: (x) => detectAnomaly(curved)(x), itself: curved },
  {
    // y = (a + b·y)/2: y = a/(2 − b).
    name: "fixedPoint",
    tool: ([a, b]) => [
      fixedPoint((y: Scalar, c: Scalar, d: Scalar) => mul(0.5, add(c, mul(d, y))))(1, a, b),
    ],
    itself: ([a, b]) => [div(a, sub(2, b))],
  },
  {
    // eʸ = 1 + e^(a·b): y = log(1 + e^(a·b)).
    name: "root",
    tool: ([a, b]) => [
      root((y: Scalar, p: Scalar) => sub(exp(y), add(1, exp(p))), { solve })(1, mul(a, b)),
    ],
    itself: ([a, b]) => [log1p(exp(mul(a, b)))],
  },
];

describe.each(pairs)("$name", ({ tool, itself }) => {
  test.each(orders(3).map((order) => ({ order, name: nameOf(order) })))(
    "third derivatives are those of the function itself, in the order $name",
    ({ order }) => {
      const at = (f: Pair["tool"]): readonly number[] =>
        numbersOf(
          order.reduceRight<AnyFunction>(
            (g, engine) => engine.jacobian(g),
            f as AnyFunction,
          )([0.7, -0.4]),
        );
      const expected = at(itself);
      expect(differ("derivatives", expected, at(tool), 1e-11 * largest(expected))).toEqual([]);
    },
  );

  test("first derivatives by both engines, and along directions at once", () => {
    const x = [0.7, -0.4] as const;
    const expected = numbersOf(forward(itself)(x));
    for (const J of [forward(tool), forward(tool, { chunk: 1 }), jacobian(tool)])
      expect(differ("J", expected, numbersOf(J(x)), 1e-14)).toEqual([]);
    expect(
      differ(
        "J·v",
        numbersOf(jvp(itself)(x, [1, 2]).tangent),
        numbersOf(jvp(tool)(x, [1, 2]).tangent),
        1e-14,
      ),
    ).toEqual([]);
  });
});

const A = matrix([
  [3, 1, 0],
  [0.5, 4, 1],
  [0, 1, 5],
]);
const b = Float64Array.of(1, 2, 3);

describe("root with solve of linalg", () => {
  // A(p)·y + y³ = b: the root of a system with a matrix of parameters.
  const system = root(
    (y: Vector, A: MatrixValue, b: Vector) => sub(add(matmul(A, y), mul(y, square(y))), b),
    { solve },
  );
  const loss = ({ A: M, b: v }: { A: MatrixValue; b: Vector }): Scalar =>
    sum(cos(system(new Float64Array(3), M, v)));

  test("gradients in a matrix and a vector, against the taped steps of Newton's method", () => {
    const unrolled = ({ A: M, b: v }: { A: MatrixValue; b: Vector }): Scalar => {
      let y: Vector = new Float64Array(3);
      for (let k = 0; k < 12; k++) {
        const F: Vector = sub(add(matmul(M, y), mul(y, square(y))), v);
        const diagonal = matrix(
          [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? mul(3, square(at(y, i))) : 0))),
        );
        y = sub(y, solve(add(M, diagonal), F));
      }
      return sum(cos(y));
    };
    const expected = numbersOf(gradient(unrolled)({ A, b }));
    expect(largest(expected)).toBeGreaterThan(0.01);
    expect(differ("gradient", expected, numbersOf(gradient(loss)({ A, b })), 1e-15)).toEqual([]);
  });

  test("a singular system says so", () => {
    const flat = root((y: Vector, a: Vector) => sub(mul(square(y), 1), a), { solve });
    expect(() => flat(Float64Array.of(0, 1), Float64Array.of(1, 1))).toThrow(SingularMatrixError);
    const touching = (a: Scalar) => sum(flat(Float64Array.of(1, 1), vector([a, 1])));
    expect(derivative(touching)(4)).toBe(0.25);
  });
});

describe("detectAnomaly", () => {
  test("forward mode: an infinite tangent", () => {
    const f = detectAnomaly((x: Vector) => sum(pow(x, 0.5)));
    expect(() => jvp(f)(Float64Array.of(0, 1), Float64Array.of(1, 0))).toThrow(AnomalyError);
    expect(jvp(f)(Float64Array.of(0, 1), Float64Array.of(0, 1)).tangent).toBe(0.5);
    const g = detectAnomaly(([x, y]: Scalars<2>) => mul(y, pow(x, 0.5)));
    for (const J of [forward(g), forward(g, { chunk: 1 })])
      expect(() => J([0, 1])).toThrow(
        /^pow: expected a finite tangent, got Infinity as tangent in pow\(0, 0\.5\)/,
      );
  });

  test("functions of linalg are operations too", () => {
    const f = detectAnomaly((M: MatrixValue) => logAbsDet(matmul(M, M)).logAbsDet);
    expect(numbersOf(gradient(f)(A))).toEqual(
      numbersOf(gradient((M: MatrixValue) => logAbsDet(matmul(M, M)).logAbsDet)(A)),
    );
  });
});
