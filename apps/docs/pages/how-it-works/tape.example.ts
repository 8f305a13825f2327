import { add, at, mul, record, sin, type Scalars, type Vector } from "jacobian";

const tape = record(([x, y]: Scalars<2>) => add(mul(x, y), sin(x)))([0, 3]);
tape.gradient([0, 3]); // [4, 0]

// What was recorded, with the adjoint of each value after the sweep.
const lines = tape.toText().split("\n");
lines[0]; // "v1 = input → 0, adjoint 4"
lines[1]; // "v2 = input → 3, adjoint 0"
lines[2]; // "v3 = mul(v1, v2) → 0, adjoint 1"
lines[3]; // "v4 = sin(v1) → 0, adjoint 1"
lines[4]; // "v5 = add(v3, v4) → 0, adjoint 1"

// Reading an entry of an array is no operation: its slot is there already.
record((x: Vector) => mul(at(x, 0), at(x, 999)))(new Float64Array(1000)).operations; // 1
