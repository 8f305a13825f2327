import { gradient, mul, neg, odeSensitivity, odeSolve, type Scalar } from "jacobian";

const decay = (_t: number, y: Scalar, k: Scalar) => mul(neg(k), y);
const sensitivity = odeSensitivity(decay, { steps: 50 })(2, 0.5, [0, 1, 2]);
sensitivity.states.map((y) => y.toFixed(8)); // [ '2.00000000', '1.21306132', '0.73575888' ]
sensitivity.byInitial.at(-1); // Matrix 1×1 [0.367879]
sensitivity.byParameters.at(-1); // Matrix 1×1 [-1.47152]

// By the formulas.
(2 * Math.exp(-1)).toFixed(8); // "0.73575888"
-2 * 2 * Math.exp(-1); // -1.4715177646857693

// Of one state a number, by one sweep back through the steps.
const solve = odeSolve(decay, { steps: 50 });
gradient((k: Scalar) => solve(2, k, [0, 2]).at(-1) ?? NaN)(0.5); // -1.4715177566724824
