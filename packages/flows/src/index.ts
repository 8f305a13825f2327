// Bijectors.
export { bijector } from "./bijector/bijector.ts";
export type {
  Bijector,
  BijectorSpec,
  Image,
  MeasuredMap,
  MeasuredValue,
  PointFunction,
  PointMap,
} from "./bijector/bijector.ts";
export type { PerPoint, Points } from "./bijector/points.ts";
export { chain } from "./bijector/chain.ts";
export { invert } from "./bijector/invert.ts";
export { affineMap } from "./maps/affine-map.ts";
export type { AffineParameters } from "./maps/affine-map.ts";
export { autoregressive } from "./maps/autoregressive.ts";
export type { AutoregressiveParameters } from "./maps/autoregressive.ts";
export { coupling } from "./maps/coupling.ts";
export type { CouplingParameters, ScaleAndShift } from "./maps/coupling.ts";
export { expMap, leakyReluMap, sigmoidMap, softplusMap, tanhMap } from "./maps/elementary-maps.ts";
export { elementwise } from "./maps/elementwise.ts";
export type { MonotoneFunction } from "./maps/elementwise.ts";
export { permutation } from "./maps/permutation.ts";
export { planar } from "./maps/planar.ts";
export type { PlanarParameters } from "./maps/planar.ts";
export { radial } from "./maps/radial.ts";
export type { RadialParameters } from "./maps/radial.ts";
export { smoothMap } from "./maps/smooth-map.ts";
export type { SmoothMapParameters } from "./maps/smooth-map.ts";

// A layer for the networks of couplings.
export { dense } from "./maps/dense.ts";
export type { DenseParameters } from "./maps/dense.ts";

// Densities.
export { deltaMethod } from "./densities/delta-method.ts";
export { distribution } from "./densities/distribution.ts";
export type { Distribution, DistributionSpec, SampleOptions } from "./densities/distribution.ts";
export { logLikelihood } from "./densities/log-likelihood.ts";
export { multivariateNormal } from "./densities/multivariate-normal.ts";
export type { Moments } from "./densities/moments.ts";
export type { MultivariateNormal } from "./densities/multivariate-normal.ts";
export { standardNormal } from "./densities/standard-normal.ts";
export { transformed } from "./densities/transformed.ts";
export { uniform } from "./densities/uniform.ts";
