/** How much an import may weigh. */
export type Budget = {
  /** The module that is bundled. */
  readonly code: string;
  /** Bytes, minified and compressed; peers are left out. */
  readonly limit: number;
  /** Names of primitives that must not come along. */
  readonly without?: readonly string[];
};

const kB = 1000;
const all = (specifier: string) => `export * from "${specifier}";`;

/** What a user pays for each import, by package. */
export const budgets: Readonly<Record<string, readonly Budget[]>> = {
  "@jacobian/core": [
    { code: all("@jacobian/core"), limit: 12.8 * kB },
    { code: all("@jacobian/core/special"), limit: 6.9 * kB },
    {
      code: 'export { tanh } from "@jacobian/core";',
      limit: 3.9 * kB,
      without: ["atan2", "logsumexp", "softplus"],
    },
  ],
  "@jacobian/linalg": [{ code: 'export { solve } from "@jacobian/linalg";', limit: 5.2 * kB }],
  "@jacobian/dual": [
    { code: all("@jacobian/dual"), limit: 8.1 * kB },
    { code: 'export { jacobian, jvp } from "@jacobian/dual";', limit: 3.8 * kB },
    { code: 'export { taylor } from "@jacobian/dual";', limit: 3 * kB },
  ],
  "@jacobian/tape": [
    { code: all("@jacobian/tape"), limit: 12.2 * kB },
    { code: 'export { gradient, jacobian, vjp } from "@jacobian/tape";', limit: 4.5 * kB },
  ],
  "@jacobian/symbolic": [
    { code: all("@jacobian/symbolic"), limit: 51.4 * kB },
    { code: 'export { parse, toText } from "@jacobian/symbolic";', limit: 11.2 * kB },
    { code: 'export { gradient, symbols } from "@jacobian/symbolic";', limit: 8.8 * kB },
    {
      code: 'export { symbols, jacobian, toFunction } from "@jacobian/symbolic";',
      limit: 13.8 * kB,
    },
    {
      code: 'export { parse, simplify, jacobian, toLatex } from "@jacobian/symbolic";',
      limit: 29.4 * kB,
    },
  ],
  // dual comes along, which is no peer: 3 kB of it.
  "@jacobian/nonsmooth": [
    { code: all("@jacobian/nonsmooth"), limit: 35.5 * kB },
    { code: 'export { subgradient, directional } from "@jacobian/nonsmooth";', limit: 11.8 * kB },
    { code: 'export { clarke } from "@jacobian/nonsmooth";', limit: 18.8 * kB },
    { code: 'export { kinks, kinksAlong } from "@jacobian/nonsmooth";', limit: 6.5 * kB },
    { code: 'export { bundleMethod } from "@jacobian/nonsmooth";', limit: 8.2 * kB },
    { code: 'export { subgradientMethod } from "@jacobian/nonsmooth";', limit: 8.6 * kB },
    { code: 'export { nearestPoint } from "@jacobian/nonsmooth";', limit: 2 * kB },
    { code: 'export { smoothRelu } from "@jacobian/nonsmooth";', limit: 0.4 * kB },
  ],
  // jacobian comes along, which is no peer, and core with it.
  "@jacobian/flows": [
    { code: all("@jacobian/flows"), limit: 29 * kB },
    {
      code: 'export { chain, coupling, logLikelihood, standardNormal, transformed } from "@jacobian/flows";',
      limit: 8.4 * kB,
      without: ["planar", "radial"],
    },
    { code: 'export { multivariateNormal } from "@jacobian/flows";', limit: 16.2 * kB },
  ],
  jacobian: [
    {
      code: 'export { jacobian, mul, sin, cos } from "jacobian";',
      limit: 14.2 * kB,
      without: ["atan2", "logsumexp"],
    },
    // Whoever knows that forward mode is the cheaper way takes it alone.
    {
      code: 'export { jacobian } from "@jacobian/dual"; export { mul, sin, cos } from "@jacobian/core";',
      limit: 9.1 * kB,
    },
    {
      code: 'export { derivative } from "@jacobian/dual"; export { mul, sin, cos } from "@jacobian/core";',
      limit: 7.8 * kB,
    },
    {
      code: 'export { gradient } from "@jacobian/tape"; export { mul, sin, cos } from "@jacobian/core";',
      limit: 9.6 * kB,
    },
    { code: 'export { linearize } from "jacobian";', limit: 10.2 * kB, without: ["matmul"] },
    { code: 'export { taylor } from "jacobian";', limit: 8.6 * kB, without: ["matmul"] },
    { code: all("jacobian/check"), limit: 39 * kB },
  ],
};
