import { explain, mul, sin, square, sum, vector, type Scalar, type Vector } from "jacobian";

// Many inputs, one output: one sweep back.
const energy = (x: Vector) => sum(square(sin(x)));
const many = explain(energy)(new Float64Array(100));
many.operations; // 300
many.forward.operations; // 32000
many.reverse.operations; // 1000
many.mode; // "reverse"

// One input, many outputs: one pass forward.
const waves = (t: Scalar) => vector(Array.from({ length: 100 }, (_, k) => sin(mul(k, t))));
explain(waves)(1).mode; // "forward"
