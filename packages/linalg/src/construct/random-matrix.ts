import { DomainError, Matrix, describe } from "@jacobian/core";
import { counted } from "./counted.ts";
import { checkedOptions } from "../options.ts";
import { normal, seeded, uniform } from "../kernels/random.ts";

/** How the entries of a random matrix are drawn. */
export type RandomOptions = {
  /** A whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
  /** "uniform" on [0, 1), which is meant if nothing is said, or "normal" with mean 0 and variance 1. */
  readonly distribution?: "uniform" | "normal";
};

const names = ["seed", "distribution"] as const;
const draws = { uniform, normal };

const checkedSeed = (seed: unknown): number => {
  if (typeof seed === "number" && Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new DomainError(
    `randomMatrix: expected a seed, a whole number from 0 to 2⁵³ − 1, got ${describe(seed)}; write { seed: 1 }`,
  );
};

/**
 * An m×n matrix of random entries, independent of each other, drawn row by row. The same seed gives the
 * same matrix on every platform: the bits are those of xoshiro128** (Blackman & Vigna 2021), seeded by
 * SplitMix64; uniform entries are multiples of 2⁻⁵³, normal ones come from comparisons of such numbers
 * alone (Karney 2016). Not for secrets.
 * @throws DomainError unless m and n are whole numbers ≥ 0, and for an option that does not exist.
 * @example
 * randomMatrix(2, 2, { seed: 1 }); // Matrix 2×2 [0.394672 0.14775] [0.166884 0.879563]
 */
export const randomMatrix = (m: number, n: number, options: RandomOptions): Matrix => {
  const [rows, cols] = [counted("randomMatrix", "rows", m), counted("randomMatrix", "columns", n)];
  const { seed, distribution = "uniform" } = checkedOptions("randomMatrix", names, options);
  const bits = seeded(checkedSeed(seed));
  if (!Object.hasOwn(draws, distribution)) {
    throw new DomainError(
      `randomMatrix: expected the distribution "uniform" or "normal", got ${describe(distribution)}; leave it out for "uniform"`,
    );
  }
  const draw = draws[distribution];
  const A = new Matrix(rows, cols);
  for (let k = 0; k < A.data.length; k++) A.data[k] = draw(bits);
  return A;
};
