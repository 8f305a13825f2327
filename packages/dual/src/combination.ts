import { type Value, add, scale } from "@jacobian/core";
import { Bundle, sizeOfMask } from "./bundle.ts";

// The two products of the chain rule on scalars: what a rule's own tangent comes to, in one step.

/** p·ẋ, the product of the chain rule, where an exact zero annihilates. */
export const multiple = (p: Value, dx: Value): Value =>
  typeof dx !== "number" && dx instanceof Bundle && p !== 1 ? scaled(p, dx) : scale(p, dx);

/** p·ẋ + q·ẏ, in one go for bundles of scalars. (A scalar beside an array is spread over it by `add`.) */
export const combination = (p: Value, dx: Value, q: Value, dy: Value): Value =>
  typeof dx !== "number" && isScalars(dx) && isScalars(dy) && dx.algebra === dy.algebra
    ? combined(p, dx, q, dy)
    : add(multiple(p, dx), multiple(q, dy));

const isScalars = (d: Value): d is Bundle => d instanceof Bundle && d.shape.length === 0;

// Loops, not callbacks: a lane costs 2 ns in them.

const scaled = (p: Value, { algebra, mask, lanes }: Bundle): Bundle => {
  const to = new Array<Value>(lanes.length);
  for (let k = 0; k < to.length; k++) to[k] = scale(p, lanes[k]!);
  return new Bundle(algebra, mask, to);
};

const combined = (p: Value, dx: Bundle, q: Value, dy: Bundle): Bundle => {
  const { algebra, mask, lanes: a } = dx;
  if (mask !== dy.mask) return united(p, dx, q, dy);
  const b = dy.lanes;
  const to = new Array<Value>(a.length);
  for (let k = 0; k < to.length; k++) to[k] = add(scale(p, a[k]!), scale(q, b[k]!));
  return new Bundle(algebra, mask, to);
};

/** The same where the two do not move in the same directions. */
const united = (p: Value, dx: Bundle, q: Value, dy: Bundle): Bundle => {
  const mask = dx.mask | dy.mask;
  const both = dx.mask & dy.mask;
  const to = new Array<Value>(sizeOfMask(mask));
  let i = 0;
  let j = 0;
  for (let rest = mask, k = 0; rest !== 0; rest &= rest - 1, k++) {
    const bit = rest & -rest;
    if ((both & bit) !== 0) to[k] = add(scale(p, dx.lanes[i++]!), scale(q, dy.lanes[j++]!));
    else if ((dx.mask & bit) !== 0) to[k] = scale(p, dx.lanes[i++]!);
    else to[k] = scale(q, dy.lanes[j++]!);
  }
  return new Bundle(dx.algebra, mask, to);
};
