import { cos, determinant, mul, orientation, sin, volume, type Scalars } from "jacobian";

const polar = ([r, t]: Scalars<2>) => [mul(r, cos(t)), mul(r, sin(t))];
determinant(polar)([2, 0.7]); // 2
determinant(polar)([0, 0.7]); // 0

// A mirror keeps areas and exchanges left and right.
determinant(([x, y]) => [y, x])([2, 3]); // -1
orientation(([x, y]) => [y, x])([2, 3]); // -1
volume(([x, y]) => [y, x])([2, 3]); // 1

// The sphere by latitude and longitude: cos u.
const sphere = ([u, v]: Scalars<2>) => [mul(cos(u), cos(v)), mul(cos(u), sin(v)), sin(u)];
volume(sphere)([0, 0.4]); // 1
volume(sphere)([Math.PI / 3, 0.4]); // 0.5000000000000001
