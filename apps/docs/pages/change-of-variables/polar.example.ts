import { changeOfVariables, cos, exp, mul, neg, add, sin, square, type Scalars } from "jacobian";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
const turn = 2 * Math.PI;

// The area of the disc of radius 3, 9π, as an integral over the rectangle of its polar coordinates.
changeOfVariables(() => 1, polar, [
  [0, 3],
  [0, turn],
]).value / Math.PI; // 9

// The bell over the whole plane: e^(−r²) times det J = r, so the inner integral is ½.
const bell = ([x, y]: Scalars<2>) => exp(neg(add(square(x), square(y))));
const plane = changeOfVariables(bell, polar, [
  [0, Infinity],
  [0, turn],
]);
plane.value.toFixed(10); // "3.1415926536"
Math.sqrt(plane.value).toFixed(10); // "1.7724538509"
plane.orientation; // 1
plane.injective; // "unverified"
