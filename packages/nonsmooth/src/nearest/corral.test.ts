import { randomMatrix } from "@jacobian/linalg";
import { expect, test } from "vitest";
import { Corral } from "./corral.ts";
import { dotOf } from "./dots.ts";

test("points that come and go leave a triangle that solves (11ᵀ + PᵀP)·y = b", () => {
  const n = 8;
  const { data } = randomMatrix(12, n, { seed: 4, distribution: "normal" });
  const points = Array.from({ length: 12 }, (_, k) => data.slice(k * n, (k + 1) * n));
  const corral = new Corral(points);
  for (const index of [3, 1, 7, 5, 0, 9]) expect(corral.take(index)).toBeUndefined();
  for (const [gone, next] of [
    [1, 2],
    [0, 4],
    [4, 11],
  ] as const) {
    corral.members.forEach((member) => (member.weight = 1));
    expect(
      corral.move(
        corral.members.map((_, k) => (k === gone ? -2 : 0)),
        1,
      ),
    ).toBe(0.5);
    expect(corral.take(next)).toBeUndefined();
  }
  const b = corral.members.map((_, k) => 1 + k);
  const y = corral.solve([...b]);
  corral.members.forEach(({ index }, row) => {
    const terms = corral.members.map(
      (other, k) => y[k]! * (1 + dotOf(points[index]!, points[other.index]!)),
    );
    expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(b[row]!, 9);
  });
});

test("a point of the affine hull is refused, with its coordinates", () => {
  const corral = new Corral([
    Float64Array.of(1, 0, 5),
    Float64Array.of(0, 1, 5),
    Float64Array.of(3, -2, 5),
  ]);
  corral.take(0);
  corral.take(1);
  const coordinates = corral.take(2);
  expect(coordinates?.[0]).toBeCloseTo(3, 13);
  expect(coordinates?.[1]).toBeCloseTo(-2, 13);
  expect(corral.members).toHaveLength(2);
});
