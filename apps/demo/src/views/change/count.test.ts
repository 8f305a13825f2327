import { expect, test } from "vitest";
import type { Pair } from "../../app/fields.ts";
import { count, type Counted } from "./count.ts";

/** Points that fill what a map makes of the unit square. */
const filling = (map: (s: number, t: number) => Pair): readonly Pair[] =>
  Array.from({ length: 300 ** 2 }, (_, k) =>
    map(((k % 300) + 0.5) / 300, (Math.floor(k / 300) + 0.5) / 300),
  );

const counted = (images: readonly Pair[], density: (y: Pair) => number): Counted => {
  const result = count(images, density);
  if ("unknown" in result) throw new Error(`expected a count, got ${result.unknown} unknown cells`);
  return result;
};

const square = filling((s, t) => [s, t]);
/** The triangle under y = x. */
const triangle = filling((s, t) => [s, s * t]);

test.each([
  ["1 over the square", square, () => 1, 1],
  ["xy over the square", square, ([x, y]: Pair) => x * y, 1 / 4],
  ["x over the triangle", triangle, ([x]: Pair) => x, 1 / 3],
  ["what has both signs", square, ([x]: Pair) => x - 0.5, 0],
  [
    "a narrow bell",
    square,
    ([x, y]: Pair) => Math.exp(-800 * ((x - 0.5) ** 2 + (y - 0.5) ** 2)),
    Math.PI / 800,
  ],
] as const)("%s: the integral lies within the error", (_name, images, density, integral) => {
  const { amount, error } = counted(images, density);
  expect(Math.abs(amount - integral)).toBeLessThanOrEqual(error);
  expect(error).toBeLessThan(0.05);
});

test("an error is not found where there is none", () => {
  // The bell is 0 at the edge, and a cell is a fifth of its width.
  const bell = ([x, y]: Pair) => Math.exp(-800 * ((x - 0.5) ** 2 + (y - 0.5) ** 2));
  expect(counted(square, bell).error).toBeLessThan(1e-4);
});

test("a rectangle is counted to its edge, whose cells it halves", () => {
  // Without its corners: four cells of which a quarter is full.
  const { amount, error } = counted(square, () => 1);
  expect(Math.abs(amount - 1)).toBeLessThan(error / 4);
});

test("a flat image has next to no area", () => {
  expect(
    counted(
      filling((s) => [s, 2]),
      () => 1,
    ).amount,
  ).toBeLessThan(1e-6);
});

test("a point covered twice is counted once", () => {
  expect(counted([...square, ...square], () => 1).amount).toBe(counted(square, () => 1).amount);
});

test("a cell inside without a density is known to be unknown", () => {
  const holed = ([x]: Pair) => (Math.abs(x - 0.5) < 0.1 ? NaN : 1);
  expect(count(square, holed)).toHaveProperty("unknown");
  expect(count(square, () => 1)).not.toHaveProperty("unknown");
});

test("beyond the image a density need not be known", () => {
  // Cells along the diagonal lie half outside.
  const below = ([x, y]: Pair) => (y <= x ? 1 : NaN);
  const { amount, error } = counted(triangle, below);
  expect(Math.abs(amount - 0.5)).toBeLessThanOrEqual(error);
});
