import { add, jacobian, mul, type Scalars } from "jacobian";

// The cast hides from the compiler what it would refuse.
const careless = ([x, y]: Scalars<2>) => mul(x, (y as number) + 1);

careless([2, 3]); // 8
jacobian(careless)([2, 3]);
// throws OperatorError: operator: expected a function of @jacobian/core, got a native operator
// on Observed(3); call add(x, y) for +, eq(x, y) for ==

const careful = ([x, y]: Scalars<2>) => mul(x, add(y, 1));
jacobian(careful)([2, 3]); // Matrix 1×2 [4 2]
