import { abs, clamp, derivative, max, relu, type Scalar } from "jacobian";
import { jax, pytorch, withConventions } from "@jacobian/nonsmooth";

derivative(relu)(0); // 0
derivative(abs)(0); // 0
derivative((x: Scalar) => max(x, 1))(1); // 0.5

// The same function by other conventions, for any engine.
const bounded = (x: Scalar) => clamp(x, 0, 1);
derivative(bounded)(1); // 0.5
derivative(withConventions(pytorch, bounded))(1); // 1
derivative(withConventions(jax, bounded))(1); // 0.5
derivative(withConventions({ relu: 0.5 }, (x: Scalar) => relu(x)))(0); // 0.5
