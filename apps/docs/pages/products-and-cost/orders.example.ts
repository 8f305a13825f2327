import { compose, matmul, Matrix, type Vector } from "jacobian";

const layer = (outputs: number, inputs: number) => (x: Vector) =>
  matmul(new Matrix(outputs, inputs), x);

// A funnel, 100 → 50 → 10 → 1: begin at the left, as reverse mode does.
const funnel = compose(layer(50, 100), layer(10, 50), layer(1, 10)).factors(new Float64Array(100));
funnel.bracketing; // "(J3·J2)·J1"
funnel.multiplications; // { forward: 51000, reverse: 5500, optimal: 5500 }

// A fan, 1 → 10 → 50 → 100: begin at the right, as forward mode does.
const fan = compose(layer(10, 1), layer(50, 10), layer(100, 50)).factors(new Float64Array(1));
fan.bracketing; // "J3·(J2·J1)"
fan.multiplications; // { forward: 5500, reverse: 51000, optimal: 5500 }

// A waist, 100 → 50 → 2 → 50 → 100: begin at both ends, as neither mode does.
const waist = compose(layer(50, 100), layer(2, 50), layer(50, 2), layer(100, 50)).factors(
  new Float64Array(100),
);
waist.bracketing; // "(J4·J3)·(J2·J1)"
waist.multiplications; // { forward: 520000, reverse: 520000, optimal: 40000 }
