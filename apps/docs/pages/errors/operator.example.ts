import { gradient, mul, sin, type Scalar } from "jacobian";

/** Stands for a program that is not type-checked: TypeScript refuses these operators. */
const unchecked = (x: Scalar): number => x as number;

gradient((x: Scalar) => unchecked(x) * 2)(3);
// throws OperatorError: operator: expected a function of @jacobian/core, got a native
// operator on Node(3); call sub, mul, div, mod, pow or neg to compute, lt, le, gt or ge
// to compare, and sin(x) of @jacobian/core for Math.sin(x)
gradient((x: Scalar) => Math.sin(unchecked(x)))(3);
// throws OperatorError: operator: expected a function of @jacobian/core, got a native
// operator on Node(3); call sub, mul, div, mod, pow or neg to compute, lt, le, gt or ge
// to compare, and sin(x) of @jacobian/core for Math.sin(x)

// Call the functions.
gradient((x: Scalar) => mul(sin(x), 2))(0); // 2
