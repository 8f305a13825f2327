import { abs, add, max, relu, type Scalar, type Scalars } from "@jacobian/core";
import { clarke } from "@jacobian/nonsmooth";

// At a kink an interval of slopes, elsewhere one point.
clarke((x: Scalar) => abs(x))(0).interval; // [-1, 1]
clarke((x: Scalar) => abs(x))(2).interval; // [1, 1]
clarke((x: Scalar) => add(abs(x), max(x, 0)))(0).interval; // [-1, 2]

// max(x, y) where x = y: the segment between its two gradients.
const set = clarke(([x, y]: Scalars<2>) => max(x, y))([1, 1]);
set.generators; // [Matrix 1×2 [0 1], Matrix 1×2 [1 0]]
set.promise; // "equal to the Clarke Jacobian"
set.contains([0.3, 0.7]); // true
set.contains([0.3, 0.3]); // false

// Stationary, in Clarke's sense, is where 0 is in the set: |x| at 0 is, relu(x) + x is not.
clarke((x: Scalar) => abs(x))(0).contains(0); // true
clarke((x: Scalar) => add(relu(x), x))(0).contains(0); // false
