import { cos, jacobian, matmul, Matrix, mul, sin, transpose, volume } from "jacobian";
import type { MatrixValue, Scalar, Vector } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

/** Any function of these containers that gives a 2×2 matrix. */
const gram = ({ W }: { W: MatrixValue; b: Vector }) => matmul(transpose(W), W);

export const shapeOfContainers: Exercise = {
  answer: () => jacobian(gram)({ W: new Matrix(3, 2), b: new Float64Array(3) }).shape,
  solution: "4, 9",
  mistakes: [
    { answer: "9, 4", say: "Rows follow the outputs: 2·2 of them." },
    { answer: "2, 2", say: "That is the shape of the output. Each of its 4 entries has a row." },
    { answer: "4, 6", say: "The vector b is part of the input too, whether or not it is used." },
  ],
  hint: "Count entries: those of the output are rows, those of the whole input columns.",
};

const screw = (t: Scalar) => [mul(3, cos(mul(2, t))), mul(3, sin(mul(2, t))), mul(8, t)];

export const speed: Exercise = {
  answer: () => volume(screw)(0.4),
  solution: "sqrt(6^2 + 8^2)",
  mistakes: [
    { answer: "14", say: "Speeds at right angles do not add; their squares do." },
    { answer: "sqrt(3^2 + 8^2)", say: "The angle runs at speed 2, so the circle at speed 3·2." },
    { answer: "100", say: "That is the square of the speed." },
  ],
  hint: "The velocity has a part of length 6 around the axis and one of length 8 along it.",
};
