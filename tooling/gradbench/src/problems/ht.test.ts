import type { Matrix } from "@jacobian/core";
import { jacobian } from "jacobian";
import { describe, expect, test } from "vitest";
import { difference } from "../comparison.ts";
import { inputOf } from "../inputs/cases.ts";
import { toJson } from "../protocol/json.ts";
import { ht as objective } from "../objectives/ht.ts";
import { ht, read } from "./ht.ts";

interface Input {
  readonly theta: readonly number[];
  readonly us: readonly number[][];
  readonly data: {
    readonly model: object;
    readonly correspondences: readonly number[];
    readonly points: readonly number[][];
  };
}

// The type of the case's file.
const { theta, us, data } = inputOf("ht-hand1_t26_c100") as Input;
const some = {
  ...data,
  correspondences: data.correspondences.slice(0, 4),
  points: data.points.slice(0, 4),
};
const shown = (x: unknown): unknown => JSON.parse(toJson(x));
const both = (f: string, input: unknown) => {
  const [ours, byHand] = (["packages", "by hand"] as const).map((who) =>
    shown(ht.work(f, input, who)()),
  );
  return difference(byHand, ours).largest;
};

/** What GradBench's files do not have in them: points that are vertices, a left hand, one at rest. */
const inputs: readonly (readonly [string, unknown])[] = [
  ["vertices instead of triangles", { theta, us: [], data: some }],
  [
    "a mirrored hand",
    { theta, us: us.slice(0, 4), data: { ...some, model: { ...some.model, is_mirrored: true } } },
  ],
  [
    "a hand that is not turned",
    { theta: [0, 0, 0, ...theta.slice(3)], us: us.slice(0, 4), data: some },
  ],
];

describe.each(inputs)("%s", (_, input) => {
  test("the objective and its Jacobian are those by hand", () => {
    expect(both("objective", input)).toBeLessThan(1e-14);
    expect(both("jacobian", input)).toBeLessThan(1e-13);
  });
});

test("the columns of us come first, as a dense Jacobian has them", () => {
  const input = { theta, us: us.slice(0, 4), data: some };
  const J = shown(ht.work("jacobian", input)()) as number[][];
  expect([J.length, J[0]!.length]).toEqual([12, 28]);
  const [angles, u, hand, measured] = read(input as Parameters<typeof read>[0]);
  const dense = jacobian((u: Matrix) => objective(angles, u, hand, measured))(u).toJSON();
  J.forEach((row, k) => {
    const point = Math.floor(k / 3);
    expect(row.slice(0, 2)).toEqual(dense[k]!.slice(2 * point, 2 * point + 2));
  });
});
