import { add, gather, linearize, mul, sub, tanh, type Vector } from "jacobian";

// Around a ring, each of 20 000 outputs depends on its own input and the next.
const n = 20_000;
const next = Int32Array.from({ length: n }, (_, i) => (i + 1) % n);
const ring = (x: Vector) => add(mul(3, x), tanh(sub(gather(x, next), x)));

const linear = linearize(ring)(new Float64Array(n));
linear.shape; // [20000, 20000]

// J would have 400 000 000 entries, 3.2 GB. Its products have 20 000.
const first = new Float64Array(n);
first[0] = 1;
linear.jvp(first).slice(0, 3); // Float64Array(3) [2, 0, 0]
linear.vjp(first).slice(0, 3); // Float64Array(3) [2, 1, 0]

// Columns without a common row share a product: all even ones, then all odd ones, are all of J.
const even = Float64Array.from({ length: n }, (_, i) => 1 - (i % 2));
const odd = even.map((entry) => 1 - entry);
linear.jvp(even).slice(0, 4); // Float64Array(4) [2, 1, 2, 1]
linear.jvp(odd).slice(0, 4); // Float64Array(4) [1, 2, 1, 2]
