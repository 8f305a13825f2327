import { value } from "@jacobian/core";
import { jacobian } from "@jacobian/dual";
import { describe, expect, test } from "vitest";
import { project, reprojectionError, rotate } from "./bundle-adjustment.ts";
import type { View } from "./view.ts";

type Triple = readonly [number, number, number];

const close = (xs: ArrayLike<number>, expected: readonly number[]): void => {
  expect(xs).toHaveLength(expected.length);
  expected.forEach((x, i) => {
    expect(xs[i]).toBeCloseTo(x, 13);
  });
};

const turned = (r: Triple, x: Triple): number[] => rotate(r, x).map((entry) => value(entry));

describe("rotate", () => {
  test("a quarter turn about each axis", () => {
    close(turned([Math.PI / 2, 0, 0], [0, 1, 0]), [0, 0, 1]);
    close(turned([0, Math.PI / 2, 0], [0, 0, 1]), [1, 0, 0]);
    close(turned([0, 0, Math.PI / 2], [1, 0, 0]), [0, 1, 0]);
  });

  test("a third of a turn about the diagonal permutes the axes", () => {
    const r = (2 * Math.PI) / 3 / Math.sqrt(3);
    close(turned([r, r, r], [1, 2, 3]), [3, 1, 2]);
  });

  test("keeps lengths, and the axis", () => {
    const r = [0.3, -1.2, 0.5] as const;
    expect(Math.hypot(...turned(r, [3, 4, 12]))).toBeCloseTo(13, 13);
    close(turned(r, r), r);
  });

  test("by a tiny angle is x + r × x", () => {
    close(turned([0, 0, 1e-9], [1, 0, 0]), [1, 1e-9, 0]);
  });

  test("by nothing is nothing, and its derivative there is −[x]×", () => {
    close(turned([0, 0, 0], [1, 2, 3]), [1, 2, 3]);
    const J = jacobian((r: Parameters<typeof rotate>[0]) => rotate(r, [1, 2, 3]))([0, 0, 0]);
    close(J.data, [0, 3, -2, -3, 0, 1, 2, -1, 0]);
  });
});

describe("project", () => {
  // It stands at the origin and looks along z without turning.
  const view: View<number> = {
    rotation: [0, 0, 0],
    centre: [0, 0, 0],
    focal: 10,
    principal: [100, 200],
    radial: [0, 0],
    point: [2, 4, 4],
    weight: 3,
  };

  test("divides by the depth, scales by the focal length, starts at the principal point", () => {
    close(
      project(view).map((entry) => value(entry)),
      [105, 210],
    );
  });

  test("sees what moves with it at the same place", () => {
    close(
      project({ ...view, centre: [5, 6, 7], point: [7, 10, 11] }).map((entry) => value(entry)),
      [105, 210],
    );
  });

  test("distorts by 1 + r₁ρ² + r₂ρ⁴", () => {
    // ρ² = 0.5² + 1² = 1.25, and 1 + 0.8·1.25 + 0.64·1.25² = 3
    close(
      project({ ...view, radial: [0.8, 0.64] }).map((entry) => value(entry)),
      [115, 230],
    );
  });

  test("the error is weighted", () => {
    close(
      reprojectionError([104, 212])(view).map((entry) => value(entry)),
      [3, -6],
    );
  });
});
