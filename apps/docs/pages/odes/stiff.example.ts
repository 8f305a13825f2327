import { cos, jacobian, mul, odeSolve, sub, type Scalar } from "jacobian";

// y follows cos t, at the rate k.
const follow = (t: number, y: Scalar, k: Scalar) => mul(k, sub(cos(t), y));
const explicit = odeSolve(follow, { steps: 100 });
const implicit = odeSolve(follow, { steps: 100, method: "trapezoid" });

explicit(1, 1000, [0, 1]).at(-1); // -6.352211952627533e+240
implicit(1, 1000, [0, 1]).at(-1); // 0.5411432427130141

// Nearly (k²·cos 1 + k·sin 1)/(k² + 1), whose derivative by k is close to −sin 1/k².
jacobian((k: Scalar) => implicit(1, k, [0, 1]).at(-1) ?? NaN)(1000);
// Matrix 1×1 [-8.40395e-7]
-Math.sin(1) / 1e6; // -8.414709848078965e-7
