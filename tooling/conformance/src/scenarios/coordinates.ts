import { scenario } from "../scenario.ts";

const { atan2, cos, cosh, exp, hypot, sin, sinh } = Math;

/** Changes of coordinates. Outside of `f`, cos and its like are those of Math. */
export const coordinates = [
  scenario({
    name: "polar coordinates",
    source: "Marsden & Tromba, Vector Calculus, 6th ed., §6.2 (det J = r)",
    x: [2, 0.7],
    f:
      ({ mul, cos, sin }) =>
      ([r, t]) => [mul(r, cos(t)), mul(r, sin(t))],
    value: ([r, t]) => [r * cos(t), r * sin(t)],
    jacobian: ([r, t]) => [
      [cos(t), -r * sin(t)],
      [sin(t), r * cos(t)],
    ],
  }),
  scenario({
    name: "inverse polar coordinates",
    source: "by hand: the inverse of the polar Jacobian, with r² = x² + y²",
    x: [-1.5, 0.8],
    f:
      ({ hypot, atan2 }) =>
      ([x, y]) => [hypot(x, y), atan2(y, x)],
    value: ([x, y]) => [hypot(x, y), atan2(y, x)],
    jacobian: ([x, y]) => [
      [x / hypot(x, y), y / hypot(x, y)],
      [-y / (x * x + y * y), x / (x * x + y * y)],
    ],
  }),
  scenario({
    name: "log-polar coordinates",
    source: "by hand: the complex exponential, J = e^ρ times a rotation",
    x: [0.3, -1.1],
    f:
      ({ mul, exp, cos, sin }) =>
      ([p, t]) => [mul(exp(p), cos(t)), mul(exp(p), sin(t))],
    value: ([p, t]) => [exp(p) * cos(t), exp(p) * sin(t)],
    jacobian: ([p, t]) => [
      [exp(p) * cos(t), -exp(p) * sin(t)],
      [exp(p) * sin(t), exp(p) * cos(t)],
    ],
  }),
  scenario({
    name: "elliptic coordinates, focal distance 1.5",
    source: "Morse & Feshbach, Methods of Theoretical Physics, 1953, §5.1",
    x: [0.8, 2.1],
    f:
      ({ mul, cosh, sinh, cos, sin }) =>
      ([m, n]) => [mul(1.5, mul(cosh(m), cos(n))), mul(1.5, mul(sinh(m), sin(n)))],
    value: ([m, n]) => [1.5 * cosh(m) * cos(n), 1.5 * sinh(m) * sin(n)],
    jacobian: ([m, n]) => [
      [1.5 * sinh(m) * cos(n), -1.5 * cosh(m) * sin(n)],
      [1.5 * cosh(m) * sin(n), 1.5 * sinh(m) * cos(n)],
    ],
  }),
  scenario({
    name: "parabolic coordinates",
    source: "Morse & Feshbach, Methods of Theoretical Physics, 1953, §5.1",
    x: [1.2, -0.7],
    f:
      ({ mul, sub, div, square }) =>
      ([s, t]) => [mul(s, t), div(sub(square(t), square(s)), 2)],
    value: ([s, t]) => [s * t, (t * t - s * s) / 2],
    jacobian: ([s, t]) => [
      [t, s],
      [-s, t],
    ],
  }),
  scenario({
    name: "bipolar coordinates, foci at ±2",
    source: "Morse & Feshbach, Methods of Theoretical Physics, 1953, §10.1",
    x: [1.9, 0.6],
    f:
      ({ mul, sub, div, cos, cosh, sin, sinh }) =>
      ([s, t]) => {
        const scale = div(2, sub(cosh(t), cos(s)));
        return [mul(scale, sinh(t)), mul(scale, sin(s))];
      },
    value: ([s, t]) => [(2 * sinh(t)) / (cosh(t) - cos(s)), (2 * sin(s)) / (cosh(t) - cos(s))],
    jacobian: ([s, t]) => {
      const d = (cosh(t) - cos(s)) ** 2 / 2;
      return [
        [(-sinh(t) * sin(s)) / d, (1 - cosh(t) * cos(s)) / d],
        [(cosh(t) * cos(s) - 1) / d, (-sin(s) * sinh(t)) / d],
      ];
    },
  }),
  scenario({
    name: "the square of a complex number",
    source: "Needham, Visual Complex Analysis, 1997, ch. 4 (Cauchy–Riemann equations)",
    x: [0.9, -1.7],
    f:
      ({ mul, sub, square }) =>
      ([u, v]) => [sub(square(u), square(v)), mul(2, mul(u, v))],
    value: ([u, v]) => [u * u - v * v, 2 * u * v],
    jacobian: ([u, v]) => [
      [2 * u, -2 * v],
      [2 * v, 2 * u],
    ],
  }),
  scenario({
    name: "cylindrical coordinates",
    source: "Marsden & Tromba, Vector Calculus, 6th ed., §1.4 and §6.2",
    x: [1.4, 2.5, -3],
    f:
      ({ mul, cos, sin }) =>
      ([r, t, z]) => [mul(r, cos(t)), mul(r, sin(t)), z],
    value: ([r, t, z]) => [r * cos(t), r * sin(t), z],
    jacobian: ([r, t]) => [
      [cos(t), -r * sin(t), 0],
      [sin(t), r * cos(t), 0],
      [0, 0, 1],
    ],
  }),
  scenario({
    name: "spherical coordinates",
    source: "Marsden & Tromba, Vector Calculus, 6th ed., §1.4 and §6.2 (|det J| = ρ² sin φ)",
    x: [1.3, 0.9, -2.2],
    f:
      ({ mul, cos, sin }) =>
      ([r, p, t]) => [mul(r, mul(sin(p), cos(t))), mul(r, mul(sin(p), sin(t))), mul(r, cos(p))],
    value: ([r, p, t]) => [r * sin(p) * cos(t), r * sin(p) * sin(t), r * cos(p)],
    jacobian: ([r, p, t]) => [
      [sin(p) * cos(t), r * cos(p) * cos(t), -r * sin(p) * sin(t)],
      [sin(p) * sin(t), r * cos(p) * sin(t), r * sin(p) * cos(t)],
      [cos(p), -r * sin(p), 0],
    ],
  }),
  scenario({
    name: "toroidal coordinates, focal ring of radius 1",
    source: "Morse & Feshbach, Methods of Theoretical Physics, 1953, §10.3",
    x: [1.1, 0.8, 0.5],
    f:
      ({ mul, sub, div, cos, cosh, sin, sinh }) =>
      ([s, t, p]) => {
        const scale = div(1, sub(cosh(t), cos(s)));
        const distance = mul(scale, sinh(t));
        return [mul(distance, cos(p)), mul(distance, sin(p)), mul(scale, sin(s))];
      },
    value: ([s, t, p]) => {
      const d = cosh(t) - cos(s);
      return [(sinh(t) * cos(p)) / d, (sinh(t) * sin(p)) / d, sin(s) / d];
    },
    jacobian: ([s, t, p]) => {
      const d = cosh(t) - cos(s);
      const bySigma = (-sinh(t) * sin(s)) / d ** 2;
      const byTau = (1 - cosh(t) * cos(s)) / d ** 2;
      return [
        [bySigma * cos(p), byTau * cos(p), (-sinh(t) * sin(p)) / d],
        [bySigma * sin(p), byTau * sin(p), (sinh(t) * cos(p)) / d],
        [-byTau, bySigma, 0],
      ];
    },
  }),
  scenario({
    name: "inverse stereographic projection",
    source: "Needham, Visual Complex Analysis, 1997, ch. 3; J by the quotient rule",
    x: [0.6, -0.4],
    f:
      ({ add, sub, mul, div, square }) =>
      ([u, v]) => {
        const s = add(square(u), square(v));
        return [div(mul(2, u), add(s, 1)), div(mul(2, v), add(s, 1)), div(sub(s, 1), add(s, 1))];
      },
    value: ([u, v]) => {
      const d = u * u + v * v + 1;
      return [(2 * u) / d, (2 * v) / d, (d - 2) / d];
    },
    jacobian: ([u, v]) => {
      const d = (u * u + v * v + 1) ** 2;
      return [
        [(2 * (1 + v * v - u * u)) / d, (-4 * u * v) / d],
        [(-4 * u * v) / d, (2 * (1 + u * u - v * v)) / d],
        [(4 * u) / d, (4 * v) / d],
      ];
    },
  }),
];
