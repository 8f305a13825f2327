import { cos, hvp, linearize, mul, square, sum, type Vector } from "jacobian";

let evaluations = 0;
const f = (x: Vector) => {
  evaluations += 1;
  return mul(cos(x), sum(x));
};
const x = new Float64Array(1000).fill(0.5);
const v = new Float64Array(1000).fill(1);

// One evaluation, any number of products with J and its transpose; no 1000×1000 matrix.
const linear = linearize(f)(x);
for (let k = 0; k < 10; k++) linear.vjp(linear.jvp(v));
evaluations; // 1

// H·v of a scalar function likewise, without H: here f is Σ cos²(xᵢ).
hvp((z: Vector) => sum(square(cos(z))))(x, v)[0]!.toFixed(12); // "-1.080604611736"
(-2 * Math.cos(1)).toFixed(12); // "-1.080604611736"
