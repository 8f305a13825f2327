import { cos, determinant, exp, gradient, logAbsDeterminant, mul, sin } from "jacobian";
import type { Scalars, Vector } from "jacobian";

// det J = e^(2x)
const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))];
determinant(complexExp)([400, 1]); // Infinity
logAbsDeterminant(complexExp)([400, 1]); // 800

const shrink = (x: Vector) => mul(0.01, x);
determinant(shrink)(new Float64Array(200)); // 0
logAbsDeterminant(shrink)(new Float64Array(200)); // -921.0340371976157
200 * Math.log(0.01); // -921.0340371976182

// A derivative of a determinant: that of r by r and t.
const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
gradient((p: Scalars<2>) => determinant(polar)(p))([2, 0.7]); // [ 1, 0 ]
