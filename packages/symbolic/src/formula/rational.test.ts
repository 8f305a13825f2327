import { holds } from "@tooling/vitest/holds";
import * as fc from "fast-check";
import { expect } from "vitest";
import { minus, plus, rational, times } from "./rational.ts";

const rationals = fc
  .tuple(fc.bigInt({ min: -60n, max: 60n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([n, d]) => rational(n, d));

holds(
  "sums and products are in lowest terms, as if reduced at the end",
  fc.property(rationals, rationals, (a, b) => {
    expect(plus(a, b)).toEqual(rational(a.n * b.d + b.n * a.d, a.d * b.d));
    expect(times(a, b)).toEqual(rational(a.n * b.n, a.d * b.d));
    expect(plus(a, minus(a))).toEqual({ n: 0n, d: 1n });
  }),
  { few: 500, many: 2000 },
);
