import { scenario } from "../scenario.ts";

const { cos, sin, sqrt } = Math;

/** Robots, cameras, right-hand sides of differential equations, curves. */
export const mechanics = [
  scenario({
    name: "planar arm of two links, lengths 1 and 0.7",
    source: "Craig, Introduction to Robotics, 3rd ed., §5.7 (in the base frame)",
    x: [0.5, 0.9],
    f:
      ({ add, cos, mul, sin }) =>
      ([a, b]) => [add(cos(a), mul(0.7, cos(add(a, b)))), add(sin(a), mul(0.7, sin(add(a, b))))],
    value: ([a, b]) => [cos(a) + 0.7 * cos(a + b), sin(a) + 0.7 * sin(a + b)],
    jacobian: ([a, b]) => [
      [-sin(a) - 0.7 * sin(a + b), -0.7 * sin(a + b)],
      [cos(a) + 0.7 * cos(a + b), 0.7 * cos(a + b)],
    ],
  }),
  scenario({
    name: "planar arm of three links with its orientation",
    source: "Siciliano et al., Robotics, 2009, §3.1",
    x: Float64Array.of(0.3, -0.8, 1.4),
    f:
      ({ add, at, cos, mul, sin }) =>
      (q) => {
        const a = at(q, 0);
        const ab = add(a, at(q, 1));
        const abc = add(ab, at(q, 2));
        return {
          x: add(cos(a), add(mul(0.8, cos(ab)), mul(0.4, cos(abc)))),
          y: add(sin(a), add(mul(0.8, sin(ab)), mul(0.4, sin(abc)))),
          heading: abc,
        };
      },
    value: ([a = NaN, b = NaN, c = NaN]) => [
      cos(a) + 0.8 * cos(a + b) + 0.4 * cos(a + b + c),
      sin(a) + 0.8 * sin(a + b) + 0.4 * sin(a + b + c),
      a + b + c,
    ],
    jacobian: ([a = NaN, b = NaN, c = NaN]) => {
      const [s3, c3] = [0.4 * sin(a + b + c), 0.4 * cos(a + b + c)];
      const [s2, c2] = [s3 + 0.8 * sin(a + b), c3 + 0.8 * cos(a + b)];
      return [
        [-s2 - sin(a), -s2, -s3],
        [c2 + cos(a), c2, c3],
        [1, 1, 1],
      ];
    },
  }),
  scenario({
    name: "pinhole camera",
    source: "Hartley & Zisserman, Multiple View Geometry, 2nd ed., §6.1, eq. 6.1",
    x: [0.4, -0.3, 2.5],
    f:
      ({ div, mul }) =>
      ([x, y, z]) => [mul(800, div(x, z)), mul(800, div(y, z))],
    value: ([x, y, z]) => [(800 * x) / z, (800 * y) / z],
    jacobian: ([x, y, z]) => [
      [800 / z, 0, (-800 * x) / z ** 2],
      [0, 800 / z, (-800 * y) / z ** 2],
    ],
  }),
  scenario({
    name: "pinhole camera with principal point and radial distortion, an object",
    source: "Hartley & Zisserman, Multiple View Geometry, 2nd ed., §7.4; J by hand: product rule",
    x: { focal: 500, centre: [320, 240], k: -0.2, point: [0.3, -0.5] },
    f:
      ({ add, mul, square }) =>
      ({ focal, centre: [cx, cy], k, point: [u, v] }) => {
        const scale = mul(focal, add(1, mul(k, add(square(u), square(v)))));
        return [add(cx, mul(scale, u)), add(cy, mul(scale, v))];
      },
    value: ({ focal, centre: [cx, cy], k, point: [u, v] }) => {
      const scale = focal * (1 + k * (u * u + v * v));
      return [cx + scale * u, cy + scale * v];
    },
    jacobian: ({ focal, k, point: [u, v] }) => {
      const s = u * u + v * v;
      const scale = focal * (1 + k * s);
      return [
        [
          (1 + k * s) * u,
          1,
          0,
          focal * s * u,
          scale + 2 * focal * k * u * u,
          2 * focal * k * u * v,
        ],
        [
          (1 + k * s) * v,
          0,
          1,
          focal * s * v,
          2 * focal * k * u * v,
          scale + 2 * focal * k * v * v,
        ],
      ];
    },
  }),
  scenario({
    name: "Lotka–Volterra right-hand side",
    source: "Murray, Mathematical Biology I, 3rd ed., §3.1, eq. 3.1",
    x: [1.5, 0.8],
    f:
      ({ mul, sub }) =>
      ([u, v]) => [mul(u, sub(1.1, mul(0.4, v))), mul(v, sub(mul(0.1, u), 0.4))],
    value: ([u, v]) => [u * (1.1 - 0.4 * v), v * (0.1 * u - 0.4)],
    jacobian: ([u, v]) => [
      [1.1 - 0.4 * v, -0.4 * u],
      [0.1 * v, 0.1 * u - 0.4],
    ],
  }),
  scenario({
    name: "Lorenz right-hand side",
    source: "Lorenz, Journal of the Atmospheric Sciences 20, 1963, eqs. 25–27",
    x: [-2, 3, 15],
    f:
      ({ mul, sub }) =>
      ([x, y, z]) => [
        mul(10, sub(y, x)),
        sub(mul(x, sub(28, z)), y),
        sub(mul(x, y), mul(8 / 3, z)),
      ],
    value: ([x, y, z]) => [10 * (y - x), x * (28 - z) - y, x * y - (8 / 3) * z],
    jacobian: ([x, y, z]) => [
      [-10, 10, 0],
      [28 - z, -1, -x],
      [y, x, -8 / 3],
    ],
  }),
  scenario({
    name: "van der Pol right-hand side, μ = 2.5",
    source: "Strogatz, Nonlinear Dynamics and Chaos, 2nd ed., §7.1",
    x: { position: 0.7, velocity: -1.2 },
    f:
      ({ mul, square, sub }) =>
      ({ position, velocity }) => ({
        position: velocity,
        velocity: sub(mul(2.5, mul(sub(1, square(position)), velocity)), position),
      }),
    value: ({ position: x, velocity: v }) => [v, 2.5 * (1 - x * x) * v - x],
    jacobian: ({ position: x, velocity: v }) => [
      [0, 1],
      [-5 * x * v - 1, 2.5 * (1 - x * x)],
    ],
  }),
  scenario({
    name: "damped pendulum right-hand side",
    source: "Strogatz, Nonlinear Dynamics and Chaos, 2nd ed., §6.7",
    x: [2.2, 0.4],
    f:
      ({ add, mul, neg, sin }) =>
      ([angle, speed]) => [speed, neg(add(mul(0.3, speed), mul(9.81, sin(angle))))],
    value: ([angle, speed]) => [speed, -0.3 * speed - 9.81 * sin(angle)],
    jacobian: ([angle]) => [
      [0, 1],
      [-9.81 * cos(angle), -0.3],
    ],
  }),
  scenario({
    name: "attraction of two bodies in the plane",
    source: "Arnold, Mathematical Methods of Classical Mechanics, 2nd ed., §8: −q/|q|³",
    x: [0.8, -0.6],
    f:
      ({ div, hypot, neg, pow }) =>
      ([x, y]) => {
        const cube = pow(hypot(x, y), 3);
        return [neg(div(x, cube)), neg(div(y, cube))];
      },
    value: ([x, y]) => [-x / sqrt(x * x + y * y) ** 3, -y / sqrt(x * x + y * y) ** 3],
    jacobian: ([x, y]) => {
      const r5 = sqrt(x * x + y * y) ** 5;
      return [
        [(2 * x * x - y * y) / r5, (3 * x * y) / r5],
        [(3 * x * y) / r5, (2 * y * y - x * x) / r5],
      ];
    },
  }),
];
