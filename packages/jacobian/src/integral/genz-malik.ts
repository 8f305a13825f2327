import { type Rule, scaleOf, weighted } from "./rule.ts";

/** A set of points of which each has the same weight. */
interface Orbit {
  readonly points: readonly (readonly number[])[];
  readonly weight: number;
  /** In the embedded rule of degree 5. */
  readonly embedded: number;
}

const inner = /*#__PURE__*/ Math.sqrt(9 / 70);
const outer = /*#__PURE__*/ Math.sqrt(9 / 10);
const corner = /*#__PURE__*/ Math.sqrt(9 / 19);

/** Points that are 0 but for the given entries. */
const sparse = (n: number, entries: Readonly<Record<number, number>>): readonly number[] =>
  Array.from({ length: n }, (_, i) => entries[i] ?? 0);

const signs: readonly number[] = [-1, 1];

/** ±x on each axis: the two points of an axis stand next to each other. */
const onAxes = (n: number, x: number): readonly (readonly number[])[] =>
  Array.from({ length: n }, (_, i) => signs.map((s) => sparse(n, { [i]: s * x }))).flat();

const onPlanes = (n: number, x: number): readonly (readonly number[])[] =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: i }, (_, j) =>
      signs.flatMap((s) => signs.map((t) => sparse(n, { [i]: s * x, [j]: t * x }))),
    ).flat(),
  ).flat();

const corners = (n: number, x: number): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (_, i) => (bits & (1 << i) ? x : -x)),
  );

/** Genz & Malik, Journal of Computational and Applied Mathematics 6 (1980) 295–302. */
const orbitsOf = (n: number): readonly Orbit[] => [
  {
    points: [sparse(n, {})],
    weight: (12824 - 9120 * n + 400 * n * n) / 19683,
    embedded: (729 - 950 * n + 50 * n * n) / 729,
  },
  { points: onAxes(n, inner), weight: 980 / 6561, embedded: 245 / 486 },
  {
    points: onAxes(n, outer),
    weight: (1820 - 400 * n) / 19683,
    embedded: (265 - 100 * n) / 1458,
  },
  { points: onPlanes(n, outer), weight: 200 / 19683, embedded: 25 / 729 },
  { points: corners(n, corner), weight: 6859 / 19683 / 2 ** n, embedded: 0 },
];

/**
 * The rule of Genz and Malik in n ≥ 2 dimensions, of degree 7, with 2ⁿ + 2n² + 2n + 1 points, which contains
 * one of degree 5; fourth differences along each axis tell the roughness.
 */
export const genzMalik = (n: number): Rule => {
  const orbits = orbitsOf(n);
  const weights = orbits.flatMap(({ points, weight }) => points.map(() => weight));
  const differences = orbits.flatMap(({ points, weight, embedded }) =>
    points.map(() => weight - embedded),
  );
  const axes = Array.from({ length: n }, (_, i) => i);
  const ratio = (inner / outer) ** 2;
  return {
    points: orbits.flatMap(({ points }) => points),
    weights,
    judge: (samples) => {
      // The centre, then the inner pairs, then the outer ones.
      const second = (first: number): number =>
        samples[first]! + samples[first + 1]! - 2 * samples[0]!;
      return {
        value: weighted(weights, samples),
        error: Math.abs(weighted(differences, samples)),
        ...scaleOf(weights, samples),
        roughness: axes.map((i) => Math.abs(second(1 + 2 * i) - ratio * second(1 + 2 * n + 2 * i))),
      };
    },
  };
};
