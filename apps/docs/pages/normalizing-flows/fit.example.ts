import {
  affineMap,
  chain,
  expMap,
  logLikelihood,
  standardNormal,
  transformed,
} from "@jacobian/flows";
import { exp, gradient, matrix, mul, vector, type Scalars } from "jacobian";

// Eight waiting times. The model: x = e^(s·z + m), with s = e^logS, which is positive.
const times = [0.8, 1.1, 1.9, 2.4, 0.6, 3.7, 1.3, 5.2];
const data = matrix([times]);
const model = ([m, logS]: Scalars<2>) => {
  const affine = affineMap({ scale: exp(logS), shift: vector([m]) });
  return transformed(standardNormal(1), chain(affine, expMap));
};
const loss = (p: Scalars<2>) => mul(-1 / times.length, logLikelihood(model(p), data));

// Downhill, by the gradient of the likelihood in the parameters.
let [m, logS] = [0, 0];
for (let k = 0; k < 100; k++) {
  const [dm, ds] = gradient(loss)([m, logS]);
  [m, logS] = [m - 0.25 * dm, logS - 0.25 * ds];
}
[m, Math.exp(logS)].map((x) => x.toFixed(6)); // ['0.512252', '0.698003']

// Here the answer is known: mean and standard deviation of the logarithms.
const logs = times.map(Math.log);
const mean = logs.reduce((a, b) => a + b) / logs.length;
const variance = logs.reduce((a, b) => a + (b - mean) ** 2, 0) / logs.length;
[mean, Math.sqrt(variance)].map((x) => x.toFixed(6)); // ['0.512252', '0.698003']
