import { norm2, relu, neg, sub, abs, sqrt, square, type Scalar, type Vector } from "@jacobian/core";
import { clarke } from "@jacobian/nonsmooth";

// x, written with two kinks that cancel. Each kink alone may take either piece: 0, 1, 2.
const identity = (x: Scalar) => sub(relu(x), relu(neg(x)));
const loose = clarke(identity)(0);
loose.interval; // [0, 2]
loose.promise; // "hull contains the Clarke Jacobian"

// A length has a ball of slopes, which no list of corners describes.
const disc = clarke((x: Vector) => norm2(x))(Float64Array.of(0, 0));
disc.kind; // "support"
disc.promise; // "equal to the Clarke Jacobian"
disc.support([3, 4]); // 5
disc.contains([0.6, 0.7]); // true

// √|x| is infinitely steep at 0. √(x²) is |x|, but its parts do not tell. Both are refused.
const refusal = (f: (x: Scalar) => Scalar) => {
  try {
    return clarke(f)(0).promise;
  } catch (error) {
    return String(error).split(",")[0];
  }
};
refusal((x) => sqrt(abs(x)));
// "DomainError: nonsmooth: expected a function that is locally Lipschitz at the point"
refusal((x) => sqrt(square(x)));
// "DomainError: nonsmooth: expected a function that is locally Lipschitz at the point"
