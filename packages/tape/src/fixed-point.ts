import { type Container, type Value, add, mapLeaves, shapeOf, value, zeros } from "@jacobian/core";
import { takenApart } from "./arguments.ts";
import { type Operation, perform } from "./operation.ts";
import { pullBack, pullOnce } from "./pull.ts";
import { type Complaint, type IterationOptions, combined, iterated } from "./iterated.ts";

/** What is made of y ↦ g(y, x), for given x, while what that works on is held. */
type Prepare = <T>(x: readonly unknown[], use: (step: (y: unknown) => unknown) => T) => T;

const forward: Complaint = {
  operation: "fixedPoint",
  expected: "y = g(y, x) to settle",
  remedy: "start closer, damp g, raise the limit or the tolerance, or take root",
};

const adjoint: Complaint = {
  operation: "fixedPoint: adjoint",
  travels: true,
  expected: "λ = ȳ + (∂g/∂y)ᵀ·λ to settle",
  remedy:
    "the derivative exists if 1 is no eigenvalue of ∂g/∂y and is found if all are smaller in modulus: damp g, raise the limit or the tolerance, or take root",
};

/**
 * y = g(y, x) settled from `start`. With λ = ȳ + (∂g/∂y)ᵀ·λ, itself a fixed point, x̄ = (∂g/∂x)ᵀ·λ
 * (Christianson 1994): so the derivative is of any order.
 */
const settled = (
  prepare: Prepare,
  start: unknown,
  x: readonly unknown[],
  options: IterationOptions,
  complaint: Complaint,
): unknown => {
  const { elements, filled } = takenApart(x);
  const from = mapLeaves(complaint.operation, start, value);
  const multiplier: Prepare = ([bar, y, ...values], use) =>
    // What stands for the elements of x.
    prepare(filled(values as readonly Value[]), (step) =>
      pullOnce("fixedPoint", step, y, [], ({ pullback }) =>
        use((lambda) => combined("fixedPoint", add, bar, pullback(lambda))),
      ),
    );
  const pullback: Operation["pullback"] = (bar, values, y) => {
    const nothing = mapLeaves("fixedPoint", bar, (leaf) => zeros(shapeOf(leaf)));
    // Linear in ȳ, however small that is.
    const relative = { ...options, scale: 0 };
    const lambda = settled(multiplier, nothing, [bar, y, ...values], relative, adjoint);
    const along = (inputs: readonly Value[]): unknown => prepare(filled(inputs), (step) => step(y));
    return pullBack("fixedPoint", along, values, lambda) as readonly Value[];
  };
  return perform(
    {
      name: "fixedPoint",
      transparent: false,
      evaluate: (values) =>
        prepare(filled(values), (step) => iterated(step, from, options, complaint)),
      pullback,
    },
    elements,
  );
};

/**
 * The fixed point y = g(y, x) that g, repeated from `start`, settles at. Its derivative in x is that of the
 * fixed point, found by an iteration of the adjoint that converges as fast as g does: the steps of g are not
 * recorded. `start` is a constant; further arguments of g are further parameters.
 * @throws ConvergenceError if the iteration, or that of its adjoint, does not settle; LevelError if g captures
 * an element of a derivative around it: all it depends on is among its arguments.
 * @see Christianson, Reverse accumulation and attractive fixed points, 1994
 * @example
 * const squareRoot = fixedPoint((y: Scalar, a: Scalar): Scalar => mul(0.5, add(y, div(a, y))));
 * gradient((a: Scalar) => squareRoot(1, a))(4); // 0.25
 */
export const fixedPoint =
  <Y extends Container, X extends readonly unknown[]>(
    g: (y: Y, ...x: X) => Y,
    options: IterationOptions = {},
  ) =>
  (start: Y, ...x: X): Y => {
    // What `settled` hands on has the structures of y and x.
    const prepare: Prepare = (values, use) => use((y) => g(y as Y, ...(values as X)));
    return settled(prepare, start, x, options, forward) as Y;
  };
