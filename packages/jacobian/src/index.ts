// What functions are written with.
export {
  abs,
  acos,
  acosh,
  add,
  affine,
  amax,
  amin,
  asin,
  asinh,
  at,
  atan,
  atan2,
  atanh,
  build,
  cbrt,
  ceil,
  clamp,
  column,
  cos,
  cosh,
  cospi,
  div,
  eq,
  exp,
  exp2,
  expm1,
  floor,
  fold,
  gather,
  ge,
  gt,
  hypot,
  iterate,
  le,
  leakyRelu,
  log,
  log10,
  log1p,
  log2,
  logaddexp,
  logit,
  logsumexp,
  lt,
  matrix,
  Matrix,
  max,
  mean,
  min,
  mod,
  mul,
  neg,
  norm2,
  offset,
  pow,
  reciprocal,
  relu,
  round,
  row,
  scalar,
  scan,
  sigmoid,
  sign,
  sin,
  sinh,
  sinpi,
  slice,
  softplus,
  sqrt,
  square,
  step,
  stopGradient,
  sub,
  sum,
  sumOver,
  tan,
  tanh,
  trunc,
  value,
  vector,
  where,
  xlogy,
} from "@jacobian/core";
export * from "@jacobian/linalg";
export type {
  Axis,
  Bilinear,
  BilinearSpec,
  BinaryFunction,
  BinarySpec,
  Container,
  Differentiable,
  Element,
  Index,
  Linear,
  LinearSpec,
  LocallyConstantSpec,
  MatrixValue,
  PiecewiseSpec,
  PiecewiseSpec2,
  Plain,
  Position,
  Relation,
  Scalar,
  Scalars,
  Shape,
  Structured,
  StructuredSpec,
  TieConvention,
  UnaryFunction,
  UnarySpec,
  Value,
  Vector,
} from "@jacobian/core";

// Functions of your own, what their rules are written with, and what may go wrong.
export {
  bilinear,
  binary,
  callable,
  entriesOf,
  entryAt,
  isValue,
  linear,
  locallyConstant,
  piecewise,
  plainOf,
  scale,
  scatter,
  shapeOf,
  sizeOf,
  stack,
  structured,
  take,
  unary,
  unstack,
  zeros,
  ConvergenceError,
  DomainError,
  DuplicateCoreError,
  JacobianError,
  LevelError,
  OperatorError,
  ParseError,
  ShapeError,
  SingularMatrixError,
  UndecidedError,
} from "@jacobian/core";

// Derivatives.
export {
  derivative,
  jet,
  jvp,
  mixedDirectional,
  MixedPartials,
  mixedPartials,
  pushforward,
  secondDirectional,
  taylor,
} from "@jacobian/dual";
export type {
  ChunkOptions,
  Jet,
  Jvp,
  MixedDirectional,
  Pushforward,
  SecondDirectional,
} from "@jacobian/dual";
export {
  AnomalyError,
  checkpoint,
  checkpointedFold,
  customVjp,
  detectAnomaly,
  fixedPoint,
  gradient,
  pullback,
  record,
  valueAndGradient,
  vjp,
} from "@jacobian/tape";
export type {
  Anomaly,
  CheckpointOptions,
  IterationOptions,
  Pullback,
  Recorded,
  RootOptions,
  ValueAndGradient,
  Vjp,
} from "@jacobian/tape";
export { ChainFactors } from "./chain/chain-factors.ts";
export { compose } from "./chain/compose.ts";
export type { Composition } from "./chain/compose.ts";
export { determinant, logAbsDeterminant, orientation } from "./determinant.ts";
export { Explanation, explain } from "./explain.ts";
export { hessian, hvp } from "./hessian.ts";
export { implicit } from "./inverse/implicit.ts";
export type { Implicit, ImplicitOptions } from "./inverse/implicit.ts";
export { localInverse } from "./inverse/local-inverse.ts";
export type {
  ContractedPreimage,
  LocalInverse,
  LocalInverseOptions,
  NewtonPreimage,
  Preimage,
} from "./inverse/local-inverse.ts";
export { jacobian } from "./jacobian.ts";
export type { JacobianEngine, JacobianOptions } from "./mode/options.ts";
export { linearize } from "./linear/linearize.ts";
export type { Linearization } from "./linear/linearize.ts";
export { TaylorTest, taylorTest } from "./linear/taylor-test.ts";
export { odeSensitivity } from "./ode/ode-sensitivity.ts";
export type { OdeSensitivity, OdeSensitivityOptions } from "./ode/ode-sensitivity.ts";
export { odeSolve } from "./ode/ode-solve.ts";
export type { OdeOptions } from "./ode/options.ts";
export { root } from "./root.ts";
export { curl, divergence, laplacian } from "./vector-calculus.ts";
export type { CurlFor } from "./vector-calculus.ts";
export { volume } from "./volume.ts";
export { changeOfVariables } from "./integral/change-of-variables.ts";
export type { TransformedIntegral } from "./integral/change-of-variables.ts";
export { integrate } from "./integral/integrate.ts";
export type { Integral } from "./integral/integrate.ts";
export type { Bound, Interval } from "./integral/axis.ts";
export type { IntegrateOptions } from "./integral/options.ts";
export type { IntervalList } from "./integral/region.ts";
