import { abs, max, relu, type Scalar, type Scalars } from "@jacobian/core";
import { derivative, gradient } from "@jacobian/dual";
import { jax, kinks, withConventions } from "@jacobian/nonsmooth";

// What every engine takes at a kink, by the table of the primitives.
derivative((x: Scalar) => relu(x))(0); // 0
derivative((x: Scalar) => abs(x))(0); // 0
gradient(([x, y]: Scalars<2>) => max(x, y))([1, 1]); // [0.5, 0.5]

// Other conventions for the same function; its values do not change.
derivative(withConventions({ relu: 0.5 }, (x: Scalar) => relu(x)))(0); // 0.5
gradient(withConventions({ max: "first" }, ([x, y]: Scalars<2>) => max(x, y)))([1, 1]); // [1, 0]
derivative(withConventions(jax, (x: Scalar) => relu(x)))(0); // 0

// Which kinks does a function stand on?
kinks(([x, y]: Scalars<2>) => max(abs(x), y))([0, 0]).map(({ name }) => name); // ['abs', 'max']
