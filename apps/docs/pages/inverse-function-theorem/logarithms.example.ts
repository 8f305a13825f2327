import { cos, determinant, exp, localInverse, mul, sin, type Scalars } from "jacobian";

const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))];
determinant(complexExp)([0, 6]); // 1

// Two starts, two inverses, one value: the logarithms of 2.
const first = localInverse(complexExp)([0, 0]);
const second = localInverse(complexExp)([0, 6]);
first.at([2, 0]); // [0.6931471805599453, 0]
second.at([2, 0]); // [0.6931471805599453, 6.283185307179586]

// Without a Lipschitz constant it is estimated, and nothing is guaranteed.
first.rigorous; // false
first.newton([1.1, 0]).withinRadius; // true
first.newton([1.1, 0]).guaranteed; // false

// With one, on a ball that is named, it is: 2√2·e^0.4 < 4.22 within 0.4.
const sure = localInverse(complexExp, { lipschitz: 4.22, within: 0.4 })([0, 0]);
sure.radius.toFixed(4); // "0.1185"
sure.newton([1.1, 0.1]).guaranteed; // true

// J of the inverse is the inverse of J: at log 2 that of 2·I.
first.jacobianAt([2, 0]).at(0, 0).toFixed(12); // "0.500000000000"
first.jacobianAt([2, 0]).at(0, 1).toFixed(12); // "0.000000000000"
