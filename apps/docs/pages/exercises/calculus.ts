import {
  compose,
  cos,
  determinant,
  exp,
  gradient,
  hessian,
  hvp,
  jacobian,
  jvp,
  log,
  mul,
  add,
  type Scalar,
  type Scalars,
  sigmoid,
  sin,
  square,
  sub,
  vjp,
  volume,
} from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { polar } from "./polar.ts";

const polarPoints = [
  { r: 2, t: 0.7 },
  { r: 0.5, t: -1.2 },
];
const surface = ([x, y]: Scalars<2>) => [mul(x, y), square(x), add(x, y)] as const;
const plane = [
  { x: 1.3, y: -0.4 },
  { x: -2, y: 0.7 },
];

export const polarJacobian: Exercise = {
  answer: () => jacobian(polar)([2, Math.PI / 6]),
  solution: "sqrt(3)/2, -1; 1/2, sqrt(3)",
  mistakes: [
    { answer: "sqrt(3)/2, 1/2; -1, sqrt(3)", say: "Transposed: rows are outputs, columns inputs." },
    { answer: "sqrt(3)/2, -1/2; 1/2, sqrt(3)/2", say: "The second column has the factor r = 2." },
  ],
  hint: "Rows (cos t, -r sin t) and (sin t, r cos t).",
};

export const polarDeterminant: Exercise = {
  answer: ({ r, t }) => determinant(polar)([r!, t!]),
  at: polarPoints,
  solution: "r",
  mistakes: [
    { answer: "r*cos(2*t)", say: "The sign: det = ad - bc, and b is negative already." },
    { answer: "r^2", say: "Only the column of t has the factor r." },
  ],
  hint: "r cos^2 t + r sin^2 t.",
};

export const surfaceJacobian: Exercise = {
  answer: ({ x, y }) => jacobian(surface)([x!, y!]),
  at: plane,
  solution: "y, x; 2*x, 0; 1, 1",
  mistakes: [
    { answer: "y, 2*x, 1; x, 0, 1", say: "Transposed: a map from R^2 to R^3 has three rows." },
  ],
  hint: "A row for each output, its gradient.",
};

export const surfaceJvp: Exercise = {
  answer: () => jvp(surface)([1, 2], [1, -1]).tangent,
  solution: "1, 2, 0",
  mistakes: [
    { answer: "3, 2, 2", say: "That is the direction (1, 1)." },
    { answer: "2, 1, 3", say: "That is the value f(1, 2)." },
  ],
  hint: "J = (2 1; 2 0; 1 1), times (1, -1).",
};

export const surfaceVjp: Exercise = {
  answer: () => vjp(surface)([1, 2], [1, 0, 2]).cotangent,
  solution: "4, 3",
  mistakes: [
    { answer: "2, 1", say: "The third output has the weight 2: add twice the row (1, 1)." },
  ],
  hint: "Add up the rows of J with the weights 1, 0, 2.",
};

export const surfaceArea: Exercise = {
  answer: () => volume(surface)([0, 0]),
  solution: "0",
  mistakes: [
    { answer: "1", say: "At the origin both columns are (0, 0, 1): they are dependent." },
    { answer: "2", say: "J'J is (1 1; 1 1) there, whose determinant is 0." },
  ],
  hint: "sqrt(det(J'J)); write down J at the origin.",
};

export const gradientOfNorm: Exercise = {
  answer: ({ x, y }) => gradient(([u, v]: Scalars<2>) => log(add(square(u), square(v))))([x!, y!]),
  at: plane,
  solution: "2*x/(x^2 + y^2), 2*y/(x^2 + y^2)",
  mistakes: [
    { answer: "x/(x^2 + y^2), y/(x^2 + y^2)", say: "That is of log of the length, half of it." },
    { answer: "1/(x^2 + y^2), 1/(x^2 + y^2)", say: "The chain rule: times 2x and 2y." },
  ],
  hint: "log'(u) = 1/u with u = x^2 + y^2.",
};

export const tangentOfHelix: Exercise = {
  answer: ({ t }) => jacobian((u: Scalar) => [cos(u), sin(u), mul(2, u)])(t!),
  at: [{ t: 0.3 }, { t: 2 }],
  solution: "-sin(t); cos(t); 2",
  mistakes: [
    { answer: "-sin(t), cos(t), 2", say: "A curve has a column: part rows by semicolons." },
  ],
  hint: "The Jacobian of a curve is its velocity, a 3 x 1 column.",
};

export const approximation: Exercise = {
  answer: () => {
    const f = ([x, y]: Scalars<2>) => mul(square(x), y);
    return (f([3, 2]) as number) + jvp(f)([3, 2], [0.1, -0.1]).tangent;
  },
  solution: "18 + 12*0.1 - 9*0.1",
  mistakes: [
    { answer: "3.1^2*1.9", say: "That is the value itself; give the linear approximation." },
    { answer: "12*0.1 - 9*0.1", say: "That is the change; add the value 18." },
  ],
  hint: "f = 18, and the gradient at (3, 2) is (12, 9).",
};

export const chain: Exercise = {
  answer: ({ r, t }) =>
    compose(polar, ([x, y]: Scalars<2>) => add(square(x), square(y)))
      .factors([r!, t!])
      .product(),
  at: polarPoints,
  solution: "2*r, 0",
  mistakes: [
    { answer: "2*r*cos(t), 2*r*sin(t)", say: "That is J_g at f(r, t). Multiply it with J_f." },
  ],
  hint: "The composition is r^2.",
};

export const cost: Exercise = {
  answer: () => [1000, 1],
  solution: "1000, 1",
  mistakes: [
    { answer: "1, 1000", say: "Forward mode has a pass for each input, reverse for each output." },
  ],
  hint: "Columns forward, rows in reverse.",
};

export const backpropagation: Exercise = {
  answer: () => {
    const loss = ([w1, w2]: Scalars<2>) => square(sub(mul(w2, sigmoid(mul(w1, 0))), 1));
    return gradient(loss)([3, 4]);
  },
  solution: "0, 1",
  mistakes: [
    {
      answer: "2, 1",
      say: "The input is 0, and w1 stands beside it: its gradient has the factor 0.",
    },
    { answer: "0, 2", say: "Times the activation, which is sigmoid(0) = 1/2." },
  ],
  hint: "The output is 4/2 = 2, the adjoint there 2·(2 - 1) = 2.",
};

export const hessianEntries: Exercise = {
  answer: ({ x, y }) => hessian(([u, v]: Scalars<2>) => mul(square(u), exp(v)))([x!, y!]),
  at: plane,
  solution: "2*exp(y), 2*x*exp(y); 2*x*exp(y), x^2*exp(y)",
  mistakes: [
    {
      answer: "2*exp(y), 0; 0, x^2*exp(y)",
      say: "The mixed derivatives are not 0: the factors depend on both.",
    },
  ],
  hint: "The Jacobian of the gradient (2x e^y, x^2 e^y).",
};

export const hessianTimes: Exercise = {
  answer: () => hvp(([x, y]: Scalars<2>) => mul(square(x), y))([1, 3], [1, 1]),
  solution: "8, 2",
  mistakes: [{ answer: "6, 0", say: "That is the diagonal only: H = (6 2; 2 0)." }],
  hint: "H = (2y 2x; 2x 0) at (1, 3).",
};
