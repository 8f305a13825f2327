import {
  cos,
  curl,
  derivative,
  det,
  determinant,
  divergence,
  exp,
  gradient,
  inv,
  jacobian,
  jvp,
  log,
  lstsq,
  matrix,
  type MatrixValue,
  mul,
  odeSolve,
  abs,
  add,
  max,
  neg,
  root,
  type Scalar,
  type Scalars,
  sin,
  square,
  sub,
  taylor,
} from "jacobian";
import { clarke, directional } from "@jacobian/nonsmooth";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { polar } from "./polar.ts";

export const taylorOfLog: Exercise = {
  answer: () => taylor((x: Scalar) => log(add(1, x)), 3)(0),
  solution: "0, 1, -1/2, 1/3",
  mistakes: [
    { answer: "0, 1, -1, 2", say: "These are the derivatives; divide the k-th by k!." },
    { answer: "0, 1, 1/2, 1/3", say: "The signs alternate." },
  ],
  hint: "The derivative is 1 - x + x^2 - …; integrate it.",
};

export const ellipseArea: Exercise = {
  answer: ({ a, b, r, t }) =>
    determinant(([u, v]: Scalars<2>) => [mul(a!, mul(u, cos(v))), mul(b!, mul(u, sin(v)))])([
      r!,
      t!,
    ]),
  at: [
    { a: 2, b: 3, r: 0.5, t: 0.4 },
    { a: 1.5, b: 0.7, r: 1, t: 2 },
  ],
  solution: "a*b*r",
  mistakes: [
    { answer: "r", say: "The axes are stretched by a and b." },
    { answer: "pi*a*b", say: "That is the area of the ellipse: the integral of what is asked." },
  ],
  hint: "Polar coordinates have r; then the plane is stretched by diag(a, b).",
};

export const density: Exercise = {
  answer: ({ y }) => derivative(exp)(Math.log(y!)),
  at: [{ y: 0.5 }, { y: 3 }],
  solution: "y",
  mistakes: [
    { answer: "1/y", say: "That is dx/dy, by which one multiplies." },
    { answer: "exp(y)", say: "dy/dx = e^x, and e^x is y." },
  ],
  hint: "dy/dx = e^x, in terms of y.",
};

export const inverseJacobian: Exercise = {
  answer: () => inv(jacobian(polar)([2, Math.PI / 2])),
  solution: "0, 1; -1/2, 0",
  mistakes: [
    { answer: "0, -2; 1, 0", say: "That is J itself at r = 2, t = pi/2. Invert it." },
    { answer: "0, 1; -2, 0", say: "The angle changes by 1/r per unit of length." },
  ],
  hint: "The point is r = 2, t = pi/2; J is (0 -2; 1 0) there.",
};

export const implicitSlope: Exercise = {
  answer: () => {
    const y = root((v: Scalar, u: Scalar): Scalar =>
      sub(add(add(square(u), mul(u, v)), square(v)), 7),
    );
    return derivative((u: Scalar) => y(2, u))(1);
  },
  solution: "-4/5",
  mistakes: [
    { answer: "4/5", say: "The sign: dy/dx = -F_x/F_y." },
    { answer: "-5/4", say: "Upside down: dy/dx = -F_x/F_y." },
  ],
  hint: "F_x = 2x + y and F_y = x + 2y.",
};

export const clarkeInterval: Exercise = {
  answer: () => clarke((x: Scalar) => add(mul(2, abs(x)), max(x, 0)))(0).interval,
  solution: "-2, 3",
  mistakes: [
    { answer: "-2, 2", say: "For x > 0 both terms rise: the slope is 2 + 1." },
    { answer: "0, 1/2", say: "At 0 there is a slope for each side, and all between them." },
  ],
  hint: "The slopes on the two sides are the ends.",
};

export const oneSided: Exercise = {
  answer: () => directional(([x, y]: Scalars<2>) => max(abs(x), abs(y)))([0, 0], [-1, 3]),
  solution: "3",
  mistakes: [
    { answer: "0", say: "That is what a gradient by convention would say." },
    { answer: "-1", say: "The function rises in every direction from its minimum." },
  ],
  hint: "f(t·d)/t for t > 0.",
};

export const determinantRule: Exercise = {
  answer: () =>
    gradient((A: MatrixValue) => det(A))(
      matrix([
        [1, 2],
        [2, 4],
      ]),
    ),
  solution: "4, -2; -2, 1",
  mistakes: [
    { answer: "0, 0; 0, 0", say: "The determinant is 0 there; its derivative is not." },
    { answer: "1, 2; 2, 4", say: "The cofactor of an entry is the entry across, with its sign." },
  ],
  hint: "det = ad - bc: differentiate by a, b, c, d.",
};

export const inverseRule: Exercise = {
  answer: () =>
    jvp((A: MatrixValue) => inv(A))(
      matrix([
        [2, 0],
        [0, 2],
      ]),
      matrix([
        [0, 4],
        [0, 0],
      ]),
    ).tangent,
  solution: "0, -1; 0, 0",
  mistakes: [
    { answer: "0, 1; 0, 0", say: "The sign: -C·dA·C." },
    { answer: "0, -2; 0, 0", say: "C stands on both sides: 4/2/2." },
  ],
  hint: "-C·dA·C with C = I/2.",
};

const field = ([x, y]: Scalars<2>) => [sub(x, mul(2, y)), add(mul(3, x), y)] as const;

export const fieldTraces: Exercise = {
  answer: () => [divergence(field)([1, 1]), curl(field)([1, 1])],
  solution: "2, 5",
  mistakes: [
    { answer: "2, 1", say: "The curl is a difference: 3 - (-2)." },
    { answer: "1, 5", say: "The divergence is the trace: both diagonal entries." },
  ],
  hint: "J = (1 -2; 3 1): its trace, and the difference off the diagonal.",
};

export const quickFit: Exercise = {
  answer: () => lstsq(matrix([[1], [1], [1]]), Float64Array.of(1, 2, 6)),
  solution: "3",
  mistakes: [{ answer: "2", say: "That is the median, which minimizes the sum of |r|." }],
  hint: "J is a column of ones.",
};

export const decayRate: Exercise = {
  answer: ({ k }) => {
    const decay = odeSolve((_t, y: Scalar, q: Scalar) => mul(neg(q), y), { steps: 100 });
    return derivative((q: Scalar) => decay(3, q, [0, 2]).at(-1) ?? NaN)(k!);
  },
  at: [{ k: 0.5 }, { k: 1.2 }],
  solution: "-6*exp(-2*k)",
  mistakes: [
    { answer: "-3*k*exp(-2*k)", say: "That is the derivative by t." },
    { answer: "-3*exp(-2*k)", say: "The inner derivative of exp(-k·t) by k is -t = -2." },
  ],
  hint: "y(2) = 3·exp(-2k).",
};
