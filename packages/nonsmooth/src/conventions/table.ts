import type { Convention, Conventions } from "./with-conventions.ts";

/** What the derivative of a primitive is where it has none, in this library and in three others. */
export interface ConventionRow {
  readonly primitive: string;
  /** Where its pieces meet. */
  readonly kink: string;
  readonly jacobian: Convention;
  readonly pytorch: Convention;
  readonly jax: Convention;
  readonly tensorflow: Convention;
  /** Where the others say so. */
  readonly sources: string;
}

/** Sums of squares under a root: 0·∞. */
const rooted = NaN;

/**
 * Every convention, as data: numbers are derivatives in the first operand. (Steps have the derivative 0 everywhere.)
 * @example
 * conventionTable.find(({ primitive }) => primitive === "relu")?.pytorch; // 0
 */
export const conventionTable: readonly ConventionRow[] = [
  {
    primitive: "relu",
    kink: "x = 0",
    jacobian: "last",
    pytorch: 0,
    jax: 0,
    tensorflow: 0,
    sources:
      "derivatives.yaml, threshold_backward; jax.nn.relu, ∇relu(0) = 0; ReluGrad, features > 0",
  },
  {
    primitive: "leakyRelu",
    kink: "x = 0",
    jacobian: "last",
    pytorch: "last",
    jax: "first",
    tensorflow: "last",
    sources:
      "leaky_relu_backward, x > 0; jax.nn.leaky_relu, where(x >= 0, …); LeakyReluGrad, features > 0",
  },
  {
    primitive: "abs",
    kink: "x = 0",
    jacobian: "mean",
    pytorch: 0,
    jax: "first",
    tensorflow: 0,
    sources:
      "derivatives.yaml, grad * self.sgn(); lax.abs, select(x >= 0, g, -g); _AbsGrad, grad * sign(x)",
  },
  {
    primitive: "max",
    kink: "x = y",
    jacobian: "mean",
    pytorch: "mean",
    jax: "mean",
    tensorflow: "first",
    sources: "derivatives.yaml, maximum, grad / 2; lax.max, _balanced_eq; _MaximumGrad, x >= y",
  },
  {
    primitive: "min",
    kink: "x = y",
    jacobian: "mean",
    pytorch: "mean",
    jax: "mean",
    tensorflow: "first",
    sources: "derivatives.yaml, minimum, grad / 2; lax.min, _balanced_eq; _MinimumGrad, x <= y",
  },
  {
    primitive: "clamp",
    kink: "x at a bound",
    jacobian: "mean",
    pytorch: 1,
    jax: "mean",
    tensorflow: 1,
    sources:
      "clamp_backward, min <= x <= max; jnp.clip, minimum(maximum(x, …), …); _ClipByValueGrad, x < min or x > max is 0",
  },
  {
    primitive: "amax",
    kink: "entries tie",
    jacobian: "mean",
    pytorch: "mean",
    jax: "mean",
    tensorflow: "mean",
    sources:
      "derivatives.yaml, amax, scale_grad_by_count; lax.reduce_max, location_indicators / counts; _MinOrMaxGrad, indicators / num_selected",
  },
  {
    primitive: "amin",
    kink: "entries tie",
    jacobian: "mean",
    pytorch: "mean",
    jax: "mean",
    tensorflow: "mean",
    sources: "as amax",
  },
  {
    primitive: "norm2",
    kink: "x = 0",
    jacobian: 0,
    pytorch: 0,
    jax: rooted,
    tensorflow: rooted,
    sources:
      "norm_backward, masked_fill(norm == 0, 0); jnp.linalg.norm and tf.norm, sqrt of a sum of squares",
  },
];

const of = (system: "pytorch" | "jax" | "tensorflow"): Conventions =>
  Object.fromEntries(conventionTable.map((row) => [row.primitive, row[system]]));

/**
 * What PyTorch documents: `withConventions(pytorch, f)`.
 * @example
 * jacobian(withConventions(pytorch, ([x]) => abs(x)))([0]); // Matrix 1×1 [0]
 */
export const pytorch: Conventions = /*#__PURE__*/ of("pytorch");

/**
 * What JAX documents: `withConventions(jax, f)`.
 * @example
 * jacobian(withConventions(jax, ([x]) => abs(x)))([0]); // Matrix 1×1 [1]
 */
export const jax: Conventions = /*#__PURE__*/ of("jax");

/**
 * What TensorFlow documents: `withConventions(tensorflow, f)`.
 * @example
 * jacobian(withConventions(tensorflow, ([x]) => abs(x)))([0]); // Matrix 1×1 [0]
 */
export const tensorflow: Conventions = /*#__PURE__*/ of("tensorflow");
