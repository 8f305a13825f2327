import type { AnyFunction, Engine } from "./engines.ts";
import { inner, nameOf, orders } from "./engines.ts";
import { differ, largest, numbersOf } from "./numbers.ts";

/** Allowed disagreement, relative to the largest entry, … */
const rounding = 1e-12;

/** … and where a derivative vanishes, as the third of a 2×2 determinant, to the one below it. */
const vanishing = 1e-15;

/** In words, where one order of engines gives something else than the first. */
export const disagreements = (
  order: number,
  derivative: (engines: readonly Engine[]) => unknown,
): string[] => {
  const results = orders(order).map((engines) => ({
    name: nameOf(engines),
    got: numbersOf(derivative(engines)),
  }));
  const reference = results[0]?.got ?? [];
  const below = numbersOf(derivative(orders(order - 1)[0] ?? []));
  const tolerance = rounding * largest(reference) + vanishing * largest(below);
  return results.flatMap(({ name, got }) => differ(name, reference, got, tolerance));
};

/** The Jacobian of the Jacobian of …, the first engine outermost. */
export const repeated = (f: AnyFunction, engines: readonly Engine[]): AnyFunction =>
  engines.reduceRight<AnyFunction>((g, engine) => engine.jacobian(g), f);

/** The gradient of ⟨w, f⟩ once contracted with a direction for each engine but the outermost. */
export const contracted = (
  f: AnyFunction,
  [outermost, ...others]: readonly Engine[],
  w: unknown,
  directions: readonly unknown[],
): AnyFunction => {
  const g = others.reduceRight<{ f: AnyFunction; w: unknown }>(
    (within, engine, k) => ({ f: engine.contract(within.f, directions[k], within.w), w: 1 }),
    { f, w },
  );
  return outermost === undefined ? f : outermost.gradient((x) => inner(g.f(x), g.w));
};
