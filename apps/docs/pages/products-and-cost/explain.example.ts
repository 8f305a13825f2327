import {
  add,
  cos,
  explain,
  mul,
  type Scalar,
  type Scalars,
  sin,
  sum,
  tanh,
  type Vector,
} from "jacobian";

// 64 inputs, one output: one evaluation with a record, and one sweep back.
const energy = (x: Vector) => sum(mul(x, tanh(x)));
const { operations, forward, reverse, mode } = explain(energy)(new Float64Array(64));
operations; // 192
forward; // { passes: 2, operations: 21120 }
reverse; // { sweeps: 1, operations: 768 }
mode; // "reverse"

// One input: one pass, whatever the number of outputs.
const helix = (t: Scalar) => [cos(t), sin(t), mul(0.1, t)];
explain(helix)(2).reason; // "a curve has one column"

// As many outputs as inputs: the counts decide.
const twist = ([x, y]: Scalars<2>) => [mul(x, cos(y)), add(x, sin(y))];
explain(twist)([1, 2]).mode; // "forward"
explain(twist)([1, 2]).reason; // "it takes 74 % of the operations of the other"
explain(twist, { mode: "reverse" })([1, 2]).reason; // "this mode is asked for"
