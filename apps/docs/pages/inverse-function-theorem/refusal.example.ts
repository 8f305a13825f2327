import { localInverse, mul, square, type Scalar, type Scalars } from "jacobian";

// The fold (x², y) has no inverse around the line x = 0.
const fold = ([x, y]: Scalars<2>) => [square(x), y];
localInverse(fold)([0, 1]);
// throws SingularMatrixError: localInverse: expected an invertible Jacobian at x0,
// got a 2×2 matrix of reciprocal condition number 0.0; the function need not have an
// inverse there, choose another point

// Close to it there is one, which reaches less and less far: ρ = x₀², just to the fold.
const parabola = (x: Scalar): Scalar => square(x);
const reach = (x0: number) => localInverse(parabola, { lipschitz: 2 })(x0).radius;
[1, 0.5, 0.125].map(reach); // [1, 0.25, 0.015625]

// A value that the map never takes.
localInverse(fold)([1, 1]).at([-1, 1]);
// throws ConvergenceError: localInverse: expected Newton's method to reach f(x) = y,
// got a residual of 1.00 after 1 steps, where the Jacobian is singular or not finite;
// choose x0 closer to a solution, or y closer to f(x0); f need not take this value

// x³ is one-to-one, but its inverse is not differentiable at 0: refused as well.
localInverse((x: Scalar): Scalar => mul(x, square(x)))(0);
// throws SingularMatrixError: localInverse: expected an invertible Jacobian at x0,
// got a 1×1 matrix of reciprocal condition number 0.0; the function need not have an
// inverse there, choose another point
