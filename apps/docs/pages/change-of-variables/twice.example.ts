import { changeOfVariables, cos, determinant, exp, mul, sin, type Scalars } from "jacobian";

// The annulus 1 ≤ |z| ≤ e, as the image of a strip.
const complexExp = ([x, y]: Scalars<2>) => [mul(exp(x), cos(y)), mul(exp(x), sin(y))];
const area = Math.PI * (Math.E ** 2 - 1);

const once = changeOfVariables(() => 1, complexExp, [
  [0, 1],
  [0, 2 * Math.PI],
]);
once.value / area; // 1.0000000000000013

// The same annulus, wound around twice.
const twice = changeOfVariables(() => 1, complexExp, [
  [0, 1],
  [0, 4 * Math.PI],
]);
twice.value / area; // 2.0000000000000027

// Nothing speaks against it: det J = e²ˣ is positive everywhere.
determinant(complexExp)([0, 5]); // 1
twice.orientation; // 1
twice.warnings; // []
twice.injective; // "unverified"

// A fold is noticed, since det J = 2x changes its sign. The image is a square of area 1.
const fold = changeOfVariables(
  () => 1,
  ([x, y]: Scalars<2>) => [mul(x, x), y],
  [
    [-1, 1],
    [0, 1],
  ],
);
fold.value; // 2
fold.orientation; // "mixed"
fold.warnings.length; // 1
