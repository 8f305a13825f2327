import { cos, jacobian, mul, sin } from "jacobian";

const polar = jacobian(([r, t]) => [mul(r, cos(t)), mul(r, sin(t))]);

console.log(polar([2, 0])); // Matrix 2×2 [1 0] [0 2]
