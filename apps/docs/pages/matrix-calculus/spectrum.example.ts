import { eigvalsh, gradient, jacobian, matrix, trace, type MatrixValue } from "jacobian";
import { exp, spectralFunction } from "jacobian";

const S = matrix([
  [2, 1],
  [1, 2],
]);
eigvalsh(S); // Float64Array(2) [ 1.0000000000000002, 3 ]

// Row i of the Jacobian is vᵢ·vᵢᵀ: eigenvalues move by vᵢᵀ·Ṡ·vᵢ.
jacobian((S: MatrixValue) => eigvalsh(S))(S);
// Matrix 2×4 [0.5 -0.5 -0.5 0.5] [0.5 0.5 0.5 0.5]

// Where the two meet, each has a kink.
const identity = matrix([
  [1, 0],
  [0, 1],
]);
jacobian((S: MatrixValue) => eigvalsh(S))(identity);
// throws DomainError: eigvalsh: expected distinct eigenvalues to differentiate,
// got eigenvalues 1 and 1 (nos. 0 and 1); where they meet they have no derivative,
// but functions of the whole matrix have: trace, det, spectralFunction

// A function that treats them alike is smooth there: tr e^S.
gradient((S: MatrixValue) => trace(spectralFunction(exp, S)))(identity);
// Matrix 2×2 [2.71828 0] [0 2.71828]
