import { bilinear, entriesOf, linear, mul, type Bilinear, type Linear } from "@jacobian/core";
import { gradient, jacobian, sum, type Vector } from "jacobian";

/** Entries in the other order. It is its own transpose. */
const reverse: Linear = linear("reverse", {
  value: (x) => Float64Array.from(entriesOf(x)).reverse(),
  shape: (shape) => shape,
  adjoint: (bar) => reverse(bar),
});
jacobian((x: Vector) => reverse(x))(Float64Array.of(1, 2)); // Matrix 2×2 [0 1] [1 0]

/** Σ xₖ·yₖ: the adjoint of either operand is z̄ times the other. */
const inner: Bilinear = bilinear("inner", {
  value: (x, y) => entriesOf(x).reduce((total, a, k) => total + a * entriesOf(y)[k]!, 0),
  shape: () => [],
  adjoints: [(bar, y) => mul(bar, y), (bar, x) => mul(bar, x)],
});
gradient((x: Vector) => sum(inner(x, reverse(x))))(Float64Array.of(1, 2, 3)); // Float64Array(3) [6, 4, 2]
