import { at, clamp, eigvalsh, jacobian, log, matrix, type MatrixValue } from "jacobian";

at(Float64Array.of(1, 2), 2);
// throws DomainError: at: expected a whole number from 0 to 1, got 2; count from 0
clamp(0.5, 1, 0);
// throws DomainError: clamp: expected low ≤ high, got [1, 0]; pass the lower bound
// first

// A double eigenvalue has no derivative.
const twice = matrix([
  [1, 0],
  [0, 1],
]);
jacobian((A: MatrixValue) => eigvalsh(A))(twice);
// throws DomainError: eigvalsh: expected distinct eigenvalues to differentiate, got
// eigenvalues 1 and 1 (nos. 0 and 1); where they meet they have no derivative, but
// functions of the whole matrix have: trace, det, spectralFunction

// No error: IEEE 754.
log(-1); // NaN
