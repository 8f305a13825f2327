import { evaluate, gradient, simplify, symbols, toText } from "@jacobian/symbolic";
import { derivative, exp, square, value, type Scalar } from "jacobian";

const f = (x: Scalar): Scalar => exp(square(x));

// Right to all digits: 2·e.
2 * Math.E; // 5.43656365691809

// Numeric
(value(f(1 + 1e-8)) - value(f(1))) / 1e-8; // 5.43656368812151

// Symbolic
const [x] = symbols("x");
const [slope] = gradient(exp(square(x)), [x]);
toText(simplify(slope)); // "2*exp(x^2)*x"
evaluate(slope, { x: 1 }); // 5.43656365691809

// Automatic
derivative(f)(1); // 5.43656365691809
