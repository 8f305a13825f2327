import { describe } from "@jacobian/core";
import type { Value } from "@jacobian/core";
import { random, seedOf } from "@tooling/conformance";
import { againstDifferences, difference, stretched } from "./differences.ts";
import type { AnyFunction } from "./engines.ts";
import { engines, inner, jvp, nameOf, orders, vjp } from "./engines.ts";
import { differ, largest, numbersOf, shapedLike } from "./numbers.ts";
import type { Program } from "./primitives.ts";
import type { Sample } from "./samples.ts";

/** Rounding of the engines against each other, relative to the largest entry, unless it is stated. */
const usual = 1e-12;

interface Point {
  readonly f: AnyFunction;
  readonly x: unknown;
  readonly v: unknown;
  readonly w: unknown;
  readonly rounding: number;
}

/** First order: both engines against differences of the value, and against each other by duality. */
const firstOrder = ({ f, x, v, w, rounding }: Point): string[] => {
  const { value, tangent } = jvp(f, x, v);
  const { value: same, cotangent } = vjp(f, x, w);
  const plain = numbersOf(f(x));
  const expected = difference(f, x, v);
  const size = largest(plain);
  const back = difference((y) => inner(f(y), w), x, v);
  return [
    ...differ("value by dual", plain, numbersOf(value), 0),
    ...differ("value by tape", plain, numbersOf(same), 0),
    ...againstDifferences("J·v by dual", expected, numbersOf(tangent), size),
    ...againstDifferences("⟨Jᵀ·w, v⟩ by tape", back, numbersOf(inner(cotangent, v)), size),
    ...differ(
      "duality ⟨w, J·v⟩ = ⟨Jᵀ·w, v⟩",
      numbersOf(inner(w, tangent)),
      numbersOf(inner(cotangent, v)),
      rounding * sumOfProducts(numbersOf(w), numbersOf(tangent)) +
        rounding * sumOfProducts(numbersOf(cotangent), numbersOf(v)),
    ),
  ];
};

const sumOfProducts = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((total, entry, k) => total + Math.abs(entry * (b[k] ?? NaN)), 0);

/**
 * Second order: the gradient of ⟨w, J·v⟩ by every order of two engines, against differences of the
 * first derivative, which has been checked, and against each other.
 */
const secondOrder = ({ f, x, v, w, rounding }: Point): string[] => {
  const results = orders(2).map((order) => {
    const [outer, within] = order;
    const got = within && outer?.gradient(within.contract(f, v, w))(x);
    return { name: nameOf(order), got: numbersOf(got) };
  });
  const first = (y: unknown) => vjp(f, y, w).cotangent;
  const expected = difference(first, x, v);
  const size = largest(numbersOf(first(x)));
  const [reference] = results;
  const tolerance = rounding * largest(reference?.got ?? []);
  return results.flatMap(({ name, got }) => [
    ...againstDifferences(`second order by ${name}`, expected, got, size),
    ...differ(`second order by ${name} and by dual`, reference?.got ?? [], got, tolerance),
  ]);
};

/** In words, what one sample of a primitive shows to be wrong. */
export const checkSample = (
  name: string,
  program: Program,
  sample: Sample,
  rounding = usual,
): string[] => {
  const draw = random(seedOf(name));
  const f: AnyFunction = (inputs) => program(inputs as readonly Value[]);
  const x: unknown = sample.inputs;
  const y = f(x);
  const v = stretched(x, draw);
  const w = shapedLike(y, numbersOf(y).map(draw));
  const point = { f, x, v, w, rounding };
  const where = `at (${sample.inputs.map(describe).join(", ")}), static ${JSON.stringify(sample.statics)}`;
  const wrong = [...firstOrder(point), ...secondOrder(point)];
  return wrong.map((words) => `${words}, ${where}`);
};

/** Both engines' Jacobians of a primitive at a sample. */
export const jacobiansAt = (f: Program, { inputs }: Sample): readonly (readonly number[])[] =>
  engines.map((engine) => numbersOf(engine.jacobian((x) => f(x as readonly Value[]))(inputs)));
