import { cos, exp, mul, unary, type Scalars } from "jacobian";
import { check } from "jacobian/check";

const right = unary("right", { value: Math.sin, partial: (x) => cos(x) });
const wrong = unary("wrong", { value: Math.sin, partial: (x) => mul(1.01, cos(x)) });

check(([x, y]: Scalars<2>) => mul(exp(x), right(y)))([1, 0.5]).ok; // true

const report = check(([x, y]: Scalars<2>) => mul(exp(x), wrong(y)))([1, 0.5]);
report.ok; // false
report.culprit?.primitive; // "wrong"
report.culprit?.finding; // "in wrong(0.5) its derivative is 0.886358 by its rule, 0.877583 by differences"
