import {
  type Scalar,
  type Scalars,
  type Vector,
  abs,
  add,
  at,
  div,
  hypot,
  log,
  mul,
  norm2,
  sqrt,
  square,
  sub,
  sum,
  sumOver,
  vector,
} from "@jacobian/core";

// Functions whose lines an error is to name: they stand outside the package's own folder.

export const logOfDifference = ([x, y]: Scalars<2>): Scalar => {
  const difference = sub(x, y);
  return add(1, log(difference)); // log here
};

export const rootOfSquare = (x: Scalar): Scalar =>
  mul(
    2,
    sqrt(square(x)), // sqrt here
  );

export const zeroTimesInfinity = (x: Scalar): Scalar => mul(x, div(1, abs(x))); // div here

const inner = (x: Vector): Scalar => sumOver(x.length, (i) => div(1, at(x, i))); // div in a loop here

export const throughALoop = (x: Vector): Scalar => add(1, inner(x));

export const composite = ([x, y]: Scalars<2>): Scalar =>
  sum(vector([hypot(x, y), norm2(vector([log(x), y]))])); // composite here
