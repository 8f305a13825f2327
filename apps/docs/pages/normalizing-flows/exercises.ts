import { affineMap, chain, coupling, expMap, standardNormal, transformed } from "@jacobian/flows";
import { sin, square, value } from "jacobian";
import type { Exercise } from "../../src/exercises/exercise.ts";

export const densityOfExponential: Exercise = {
  answer: ({ x }) => {
    const map = chain(affineMap({ scale: 2 }), expMap);
    return value(transformed(standardNormal(1), map).density(Float64Array.of(x!)));
  },
  at: [{ x: 0.7 }, { x: 3 }],
  solution: "exp(-(log(x)/2)^2/2)/sqrt(2*pi)/(2*x)",
  mistakes: [
    {
      answer: "exp(-(log(x)/2)^2/2)/sqrt(2*pi)",
      say: "That is p(z) at z = log(x)/2. Divide by dx/dz, by which the map stretches there.",
    },
    {
      answer: "exp(-(log(x)/2)^2/2)/sqrt(2*pi)*(2*x)",
      say: "Where the map stretches, points lie further apart and the density is smaller: divide.",
    },
    {
      answer: "exp(-(log(x)/2)^2/2)/sqrt(2*pi)/x",
      say: "dx/dz = 2·e^(2z): the inner derivative 2 is missing.",
    },
  ],
  hint: "z = log(x)/2, p(z) = exp(-z²/2)/sqrt(2·pi), and dx/dz = 2·e^(2z) = 2x.",
};

const step = coupling({
  mask: [true, false],
  network: (x) => ({ logScale: sin(x), shift: square(x) }),
});

export const couplingDeterminant: Exercise = {
  answer: ({ x, y }) => value(step.logAbsDet(Float64Array.of(x!, y!))),
  at: [
    { x: 0.4, y: 2 },
    { x: 2, y: -1 },
  ],
  solution: "sin(x)",
  mistakes: [
    { answer: "exp(sin(x))", say: "That is det J. Take its logarithm." },
    {
      answer: "sin(x) + log(abs(y))",
      say: "The derivative of y·e^(sin x) by y does not hold y any more.",
    },
    { answer: "sin(x) + x^2", say: "A shift moves volume and does not scale it." },
  ],
  hint: "J is triangular with 1 and e^(sin x) on the diagonal.",
};
