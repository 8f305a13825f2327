import { type Scalar, type Vector, add, at, mul, sin, vector } from "@jacobian/core";

/** Scalar operations of one entry in one round. */
export const perEntry = 3;

/** n numbers in a ring, each round xᵢ ← sin xᵢ + ½·xᵢ₊₁: after n rounds its Jacobian is full. */
export const ring =
  (rounds: number) =>
  (x: Vector): Vector => {
    let y: Scalar[] = Array.from({ length: x.length }, (_, i) => at(x, i));
    for (let k = 0; k < rounds; k++) {
      const last = y;
      y = last.map((a, i) => add(sin(a), mul(0.5, last[(i + 1) % last.length]!)));
    }
    return vector(y);
  };
