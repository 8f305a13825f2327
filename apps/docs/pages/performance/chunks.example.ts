import { explain, jacobian, mul, sin, sum, type Vector } from "jacobian";

const f = (x: Vector) => mul(sin(x), sum(x));
const x = new Float64Array(100).fill(1);

// Up to 32 directions are carried by one evaluation, up to 16 rows by one sweep.
explain(f)(x).forward; // { passes: 4, operations: 51600 }
explain(f)(x).reverse; // { sweeps: 7, operations: 70400 }

// Fewer at a time hold less memory, and evaluate f more often.
explain(f, { chunk: 8 })(x).forward.passes; // 13
const [wide, narrow] = [jacobian(f), jacobian(f, { mode: "forward", chunk: 8 })];
wide(x).data[1]! - narrow(x).data[1]!; // 0
