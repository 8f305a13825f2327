export type { Algebra } from "./algebra.ts";
export { add, sub, mul, div, neg, square, reciprocal, scale } from "./arithmetic.ts";
export { broadcast } from "./arrays/broadcast.ts";
export { collect, fit } from "./arrays/fit.ts";
export type { Axis } from "./arrays/lines.ts";
export { entryCount, flatten, scalarOutput, unflatten } from "./arrays/flatten.ts";
export { scatter, take } from "./arrays/gathering.ts";
export { at, column, gather, row, slice } from "./arrays/indexing.ts";
export { amax, amin, logsumexp, norm2 } from "./arrays/reductions.ts";
export { matrix, stack, unstack, vector } from "./arrays/stack.ts";
export { mean, sum } from "./arrays/sum.ts";
export { fromColumns } from "./arrays/columns.ts";
export { bilinear } from "./bilinear.ts";
export type { Bilinear, BilinearSpec } from "./bilinear.ts";
export { binary } from "./binary.ts";
export { BinaryRule } from "./binary-rule.ts";
export type { Smooth2 } from "./binary-rule.ts";
export type { BinaryFunction, BinarySpec } from "./binary.ts";
export { chunkOf } from "./chunk.ts";
export type { ChunkOptions } from "./chunk.ts";
export { isPlainObject, leavesOf, mapLeaves, sameStructure, withLeaves } from "./container.ts";
export type { Container } from "./container.ts";
export { checkedFunction } from "./checked-function.ts";
export type { Differentiable, Input, MatrixFor, Mirror, OutputFor, ScalarFor } from "./doors.ts";
export { commonShape, entryAt } from "./entrywise.ts";
export { Element } from "./element.ts";
export { exp, exp2, expm1 } from "./elementary/exponential.ts";
export { acosh, asinh, atanh, cosh, sinh, tanh } from "./elementary/hyperbolic.ts";
export { log, log10, log1p, log2, xlogy } from "./elementary/logarithm.ts";
export { logaddexp, logit, sigmoid, softplus } from "./elementary/logistic.ts";
export { cbrt, hypot, pow, sqrt } from "./elementary/power.ts";
export {
  acos,
  asin,
  atan,
  atan2,
  cos,
  cospi,
  sin,
  sinpi,
  tan,
} from "./elementary/trigonometric.ts";
export * from "./errors.ts";
export { callerOf, withLongStacks } from "./call-site.ts";
export { escaped, ownOutputs } from "./escape.ts";
export type { Index, Position } from "./index-value.ts";
export { affine, offset, scalar } from "./position.ts";
export { decide, decideByValue, eq, ge, gt, le, lt, value } from "./kinked/compare.ts";
export { abs, clamp, leakyRelu, max, min, relu } from "./kinked/kinks.ts";
export { ceil, floor, mod, round, sign, step, stopGradient, trunc } from "./kinked/steps.ts";
export { where } from "./kinked/where.ts";
export { nextLevel } from "./level.ts";
export { overheard } from "./overheard.ts";
export { linear } from "./linear.ts";
export type { Linear, LinearSpec } from "./linear.ts";
export { locallyConstant, LocallyConstantRule } from "./locally-constant.ts";
export type { LocallyConstantSpec } from "./locally-constant.ts";
export { build, fold, iterate, scan, sumOver } from "./loops/loops.ts";
export { Matrix } from "./matrix.ts";
export { piecewise } from "./piecewise.ts";
export type { PiecewiseSpec, PiecewiseSpec2 } from "./piecewise.ts";
export { PiecewiseRule } from "./piecewise-rule.ts";
export type { TieConvention } from "./piecewise-rule.ts";
export { callable } from "./primitive.ts";
export type { Binary, Dependence, Linearity, Static, Traits, Unary } from "./primitive.ts";
export {
  copied,
  describe,
  describeShape,
  entriesOf,
  isValue,
  notAValue,
  plainOf,
  sameShape,
  shapeOf,
  sizeOf,
  zeros,
} from "./shape.ts";
export { structured, StructuredRule } from "./structured.ts";
export type { Spectrum, Structured, StructuredSpec } from "./structured.ts";
export { unary } from "./unary.ts";
export type { UnaryFunction, UnarySpec } from "./unary.ts";
export { UnaryRule } from "./unary-rule.ts";
export type { Gather, Smooth } from "./unary-rule.ts";
export type {
  MatrixValue,
  Plain,
  Relation,
  Scalar,
  Scalars,
  Shape,
  Value,
  Vector,
} from "./value.ts";
