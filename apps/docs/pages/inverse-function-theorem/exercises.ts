import { add, jacobian, localInverse, mul, square, sub, type Scalar, type Scalars } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

const complexSquare = ([x, y]: Scalars<2>) =>
  [sub(square(x), square(y)), mul(2, mul(x, y))] as const;

export const inverseJacobian: Exercise = {
  answer: () => localInverse(complexSquare)([2, 1]).jacobianAt([3, 4]),
  solution: "0.2, 0.1; -0.1, 0.2",
  mistakes: [
    {
      answer: "4, -2; 2, 4",
      say: "That is J of the map at (2, 1). The inverse has its inverse.",
    },
    {
      answer: "1/4, -1/2; 1/2, 1/4",
      say: "A matrix is not inverted entry by entry: swap the diagonal, change the other signs, divide by det J.",
    },
    {
      answer: "6/100, 8/100; -8/100, 6/100",
      say: "That is the inverse of J at (3, 4). Take J at the point x = (2, 1) whose image (3, 4) is.",
    },
  ],
  hint: "J at (2, 1) has the rows (4, -2) and (2, 4), and its determinant is 20.",
};

export const howFar: Exercise = {
  answer: () => localInverse((x: Scalar): Scalar => square(x), { lipschitz: 2 })(3).radius,
  solution: "9",
  mistakes: [
    { answer: "3", say: "That is s, how far x may go. How far may y = x² go from 9?" },
    { answer: "18", say: "That is s/β. The bend Ls²/2 is taken off." },
  ],
  hint: "β = 1/6 and L = 2, so s = 1/(βL) = 3, and ρ = s/β − Ls²/2.",
};

const folium = (x: Scalar, y: Scalar): Scalar =>
  sub(add(mul(x, square(x)), mul(y, square(y))), mul(6, mul(x, y)));

export const implicitSlope: Exercise = {
  answer: ({ x, y }) => {
    const F = jacobian(([u, v]: Scalars<2>) => folium(u, v))([x!, y!]);
    return -F.at(0, 0) / F.at(0, 1);
  },
  at: [
    { x: 1.3, y: 0.6 },
    { x: -2, y: 0.7 },
  ],
  solution: "-(3*x^2 - 6*y)/(3*y^2 - 6*x)",
  mistakes: [
    { answer: "(3*x^2 - 6*y)/(3*y^2 - 6*x)", say: "The sign: F_x + F_y·y′ = 0." },
    {
      answer: "-(3*y^2 - 6*x)/(3*x^2 - 6*y)",
      say: "That is the slope of x as a function of y. Divide by F_y.",
    },
  ],
  hint: "Differentiate x³ + y(x)³ − 6x·y(x) = 0 by x, and solve for y′.",
};
