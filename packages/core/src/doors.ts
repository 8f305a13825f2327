import type { Element } from "./element.ts";
import type { Matrix } from "./matrix.ts";
import type { MatrixValue, Plain, Scalar, Scalars, Value, Vector } from "./value.ts";

// The types of the doors that all packages share: `verb(f, options)(x, ...constants)`.

/** What may be passed for a parameter of type X: an inline function's bare `Scalars` is any list. */
export type Input<X> = Scalars extends X ? (X extends Scalars ? readonly Scalar[] : X) : X;

/** A number for a literal, a plain list for a constant one: what comes back in the same container. */
export type Mirror<A> = A extends number
  ? number
  : A extends Value
    ? A
    : { -readonly [K in keyof A]: Mirror<A[K]> };

type Leaves<A> = A extends Value
  ? A
  : A extends readonly (infer P)[]
    ? Leaves<P>
    : A extends object
      ? { [K in keyof A]: Leaves<A[K]> }[keyof A]
      : never;

type IsPlain<A> = [Extract<Leaves<A>, Element>] extends [never] ? true : false;

/** A Matrix for plain input; what may be an element for input that may be one (nested use). */
export type MatrixFor<A> = IsPlain<A> extends true ? Matrix : MatrixValue;

/** A number for plain input; a scalar for input that may be an element. */
export type ScalarFor<A> = IsPlain<A> extends true ? number : Scalar;

// In brackets: a union such as Scalar is asked of as a whole.
type Plainly<Y> = [Y] extends [(...args: infer P) => infer R]
  ? (...args: P) => Plainly<R>
  : [Y] extends [Scalar]
    ? number
    : [Y] extends [Vector]
      ? Float64Array
      : [Y] extends [MatrixValue]
        ? Matrix
        : [Y] extends [Value]
          ? Plain
          : { -readonly [K in keyof Y]: Plainly<Y[K]> };

/** The output's container: plain for plain input. */
export type OutputFor<A, Y> = IsPlain<A> extends true ? Plainly<Y> : Y;

/** A function of a container that gives a container; further arguments are constants. */
export type Differentiable<X, C extends readonly unknown[], Y> = (x: X, ...constants: C) => Y;
