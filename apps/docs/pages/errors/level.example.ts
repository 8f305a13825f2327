import { gradient, mul, square, valueAndGradient, type Scalar } from "jacobian";

let kept: Scalar = 0;
gradient((x: Scalar) => {
  kept = square(x);
  return kept;
})(3); // 6
mul(kept, 2);
// throws LevelError: mul: expected elements of a function that is being differentiated,
// got Node(9), which escaped from one that has ended; return it from the function
// instead of keeping it

// Return it instead.
valueAndGradient((x: Scalar) => square(x))(3); // { value: 9, gradient: 6 }
