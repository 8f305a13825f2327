import { localInverse, square, type Scalar } from "jacobian";

// x² near 1, whose derivative 2x has the Lipschitz constant 2 everywhere.
const root = localInverse((x: Scalar): Scalar => square(x), { lipschitz: 2 })(1);
root.inverseNorm; // 0.5
root.domainRadius; // 1
root.radius; // 1
root.at(1.44); // 1.2
root.jacobianAt(1.44); // Matrix 1×1 [0.416667]

// Within ρ of f(1) = 1 the answer is guaranteed; beyond it may still be found.
root.newton(1.9).guaranteed; // true
root.newton(9).x; // 3
root.newton(9).guaranteed; // false

// Newton's method squares its error, the contraction multiplies it by a factor.
root.newton(1.44).iterations; // 4
root.contraction(1.44).iterations; // 22
root.contraction(1.44).factor.toFixed(3); // "0.252"
