export { AbsNormalForm, absNormalForm } from "./abs-normal/abs-normal-form.ts";
export { ClarkeSet } from "./clarke/clarke-set.ts";
export type { Claim } from "./clarke/clarke-set.ts";
export { clarke } from "./clarke/clarke.ts";
export type { ClarkeOptions } from "./clarke/clarke.ts";
export { conventionTable, jax, pytorch, tensorflow } from "./conventions/table.ts";
export type { ConventionRow } from "./conventions/table.ts";
export { withConventions } from "./conventions/with-conventions.ts";
export type { Convention, Conventions } from "./conventions/with-conventions.ts";
export type { Place } from "./engine/kink.ts";
export { kinks, kinksAlong } from "./kinks/kinks.ts";
export type { KinkOptions, KinkShare, Sighting } from "./kinks/kinks.ts";
export { directional } from "./lexicographic/directional.ts";
export { jacobian, lexicographic, subgradient } from "./lexicographic/lexicographic.ts";
export type {
  Certified,
  ElementKind,
  LexicographicOptions,
} from "./lexicographic/lexicographic.ts";
export { bundleMethod } from "./methods/bundle-method.ts";
export type { BundleOptions, Bundled, OptimalityCertificate } from "./methods/bundle-method.ts";
export { gradientSampling } from "./methods/gradient-sampling.ts";
export type { SamplingOptions } from "./methods/gradient-sampling.ts";
export { nonsmoothBfgs } from "./methods/nonsmooth-bfgs.ts";
export type { BfgsOptions } from "./methods/nonsmooth-bfgs.ts";
export type { Oracle, ScalarFunction } from "./methods/oracle.ts";
export { polyak, polyakEstimated, robbinsMonro } from "./methods/step-rules.ts";
export type { StepLengths, StepRule, StepState } from "./methods/step-rules.ts";
export { subgradientMethod } from "./methods/subgradient-method.ts";
export type { SubgradientOptions } from "./methods/subgradient-method.ts";
export type {
  Evaluations,
  MethodOptions,
  Minimised,
  Minimiser,
  Minimum,
  Progress,
  Reason,
  Signal,
  Stationarity,
  Step,
} from "./methods/types.ts";
export { nearestPoint } from "./nearest/nearest-point.ts";
export type { NearestPoint } from "./nearest/nearest-point.ts";
export { fischerBurmeister } from "./smoothing/fischer-burmeister.ts";
export { moreauEnvelope } from "./smoothing/moreau-envelope.ts";
export { l1Norm, l2Norm, largestEntry, reluSum } from "./smoothing/norms.ts";
export type { Proximable, Term } from "./smoothing/proximable.ts";
export { semismoothNewton } from "./smoothing/semismooth-newton.ts";
export type { NewtonOptions, Root } from "./smoothing/semismooth-newton.ts";
export { ball, box, simplex } from "./smoothing/sets.ts";
export { smoothAbs, smoothAmax, smoothMax, smoothRelu } from "./smoothing/softened.ts";
export type { JacobianOracle, VectorFunction } from "./smoothing/system.ts";
