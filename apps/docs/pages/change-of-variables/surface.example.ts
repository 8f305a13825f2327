import {
  changeOfVariables,
  cos,
  jacobian,
  mul,
  sin,
  volume,
  type Scalar,
  type Scalars,
} from "jacobian";

// The unit sphere by latitude u and longitude v: a 3×2 Jacobian, which has no determinant.
const sphere = ([u, v]: Scalars<2>) => [mul(cos(u), cos(v)), mul(cos(u), sin(v)), sin(u)];
jacobian(sphere)([0, 0]); // Matrix 3×2 [0 0] [0 1] [1 0]
volume(sphere)([1, 0.4]) / Math.cos(1); // 1.0000000000000002

const half = Math.PI / 2;
const whole = changeOfVariables(() => 1, sphere, [
  [-half, half],
  [0, 2 * Math.PI],
]);
(whole.value / Math.PI).toFixed(10); // "4.0000000000"

// Archimedes: the part between two parallel planes has the area of the part of the cylinder around it.
const zone = changeOfVariables(() => 1, sphere, [
  [Math.asin(0.2), Math.asin(0.7)],
  [0, 2 * Math.PI],
]);
(zone.value / Math.PI).toFixed(10); // "1.0000000000"

// A curve: one turn of a helix of radius 3 that climbs by 4 in each radian has the speed 5.
const helix = (t: Scalar) => [mul(3, cos(t)), mul(3, sin(t)), mul(4, t)];
changeOfVariables(() => 1, helix, [0, 2 * Math.PI]).value / Math.PI; // 10.000000000000002
