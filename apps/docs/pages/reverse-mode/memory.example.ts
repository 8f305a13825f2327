import { add, mul, sin, type Scalar } from "@jacobian/core";
import { checkpoint, gradient } from "@jacobian/tape";

let evaluations = 0;
const step = (y: Scalar) => {
  evaluations++;
  return add(y, mul(0.1, sin(y)));
};
const walk = (move: (y: Scalar) => Scalar) => (x: Scalar) => {
  let y = x;
  for (let k = 0; k < 100; k++) y = move(y);
  return y;
};

gradient(walk(step))(0.5); // 0.0005546142638018495
evaluations; // 100

// A checkpointed step keeps its input alone, and is evaluated again on the way back.
evaluations = 0;
gradient(walk(checkpoint(step)))(0.5); // 0.0005546142638018495
evaluations; // 200
