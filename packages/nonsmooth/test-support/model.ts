import {
  type Scalar,
  type Vector,
  abs,
  add,
  amax,
  floor,
  lt,
  norm2,
  relu,
  sum,
} from "@jacobian/core";

/** A user's function, in a file of its own: what it calls has a line here. */
export const model = ({ w, b }: { w: Vector; b: Scalar }): Scalar => {
  const hidden = relu(w);
  const size = norm2(w);
  const top = amax(w);
  const low = lt(b, 0) ? abs(b) : floor(b);
  return add(add(sum(hidden), size), add(top, low));
};
