import { expect, test } from "vitest";
import { MersenneTwister } from "./mersenne-twister.ts";
import { Pcg64 } from "./pcg64.ts";
import { mixture, rowsOf, uniform } from "./draw.ts";

test("MT19937 draws what its authors say of the seed 5489", () => {
  const source = new MersenneTwister(5489);
  const first = [source.next(), source.next()];
  expect(first).toEqual([3499211612, 581869302]);
  for (let k = 2; k < 9999; k++) source.next();
  // The 10 000th number: the one that the C++ standard asks of mt19937.
  expect(source.next()).toBe(4123659995);
});

test("uniform numbers are those of numpy, and skip what came before", () => {
  // numpy.random.seed(31337); numpy.random.rand(...)
  const first = [0.7218521074240813, 0.8336026918849836];
  expect(uniform(0, 1)[0]).toBe(first[0]);
  expect(uniform(123_000, 1)[0]).toBe(first[1]);
  expect(uniform(2, 3)).toEqual(uniform(0, 5).slice(2));
});

test("PCG64 draws what numpy.random.default_rng(31337) draws", () => {
  const source = new Pcg64(31337);
  const normals = Array.from({ length: 3 }, () => source.normal());
  [1.215408162057621, -1.2955735712157117, 0.8203896032126184].forEach((x, k) =>
    expect(Math.abs(normals[k]! - x)).toBeLessThan(1e-14),
  );
  expect(new Pcg64(31337).uniform()).toBe(0.3579189974415119);
});

test("normal numbers have the moments of the normal distribution, and its tail", () => {
  const source = new Pcg64(7);
  const n = 200_000;
  const x = Array.from({ length: n }, () => source.normal());
  const moment = (p: number): number => x.reduce((s, xi) => s + xi ** p, 0) / n;
  // Four standard errors: √(var xᵖ / n).
  expect(Math.abs(moment(1))).toBeLessThan(4 / Math.sqrt(n));
  expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / n));
  expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / n));
  // P(|x| > 3.654) = 2.58·10⁻⁴, the layer that has a loop of its own.
  const far = x.filter((xi) => Math.abs(xi) > 3.6541528853610088).length;
  expect(Math.abs(far - 51.6)).toBeLessThan(4 * Math.sqrt(51.6));
});

test("a mixture has the sizes of its message", () => {
  const { x, alpha, mu, q, l } = mixture(3, 2, 5);
  expect([x, mu, q, l].map((rows) => [rows.length, rows[0]!.length])).toEqual([
    [5, 3],
    [2, 3],
    [2, 3],
    [2, 3],
  ]);
  expect(alpha).toHaveLength(2);
  expect(rowsOf(2, [1, 2, 3, 4])).toEqual([
    [1, 2],
    [3, 4],
  ]);
});
