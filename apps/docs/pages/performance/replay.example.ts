import { add, gt, mul, neg, record, sin, square, type Scalars } from "jacobian";

let evaluations = 0;
const f = ([x, y]: Scalars<2>) => {
  evaluations += 1;
  let z = x;
  for (let k = 0; k < 50; k++) z = sin(add(mul(z, y), x));
  return gt(z, 0) ? square(z) : neg(z);
};

// One evaluation serves all points at which f takes the same branch.
const tape = record(f)([1, 0.5]);
for (let k = 0; k < 100; k++) tape.gradient([1 + k / 1000, 0.5]);
evaluations; // 1
tape.operations; // 151

// Another branch is another program: the guard fails, and f is recorded again.
tape.gradient([-1, 0.5]);
tape.evaluations; // 2
