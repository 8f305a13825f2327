import type { MatrixValue, OutputFor, Scalar, Value, Vector } from "@jacobian/core";

/** What may be an element where the point that was given is plain. */
type Lifted<A> = A extends Scalar
  ? Scalar
  : A extends Vector
    ? Vector
    : A extends Value
      ? MatrixValue
      : { -readonly [K in keyof A]: Lifted<A[K]> };

/** A solution in the container of A, plain where B is, of which it is a function. */
export type SolutionFor<A, B> = OutputFor<B, Lifted<A>>;

/** What may be passed for an output of type Y, which a function may have made as a list that can be written into. */
export type Given<Y> = Y extends Value ? Y : { readonly [K in keyof Y]: Given<Y[K]> };
