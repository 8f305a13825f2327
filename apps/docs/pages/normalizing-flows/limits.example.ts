import { affineMap, smoothMap, standardNormal, tanhMap, transformed } from "@jacobian/flows";
import { matrix, sqrt, square, value } from "jacobian";

const flat = matrix([
  [1, 2],
  [2, 4],
]);
affineMap({ scale: flat });
// throws SingularMatrixError: affineMap: expected an invertible scale, got a 2×2 matrix of
// determinant 0; a map that flattens space has no inverse and carries no density

// tanh never takes the value 1.5; far out it is 1 in floating point, from where no way leads back.
transformed(standardNormal(1), tanhMap).density(Float64Array.of(1.5));
// throws DomainError: tanhMap.inverse: expected numbers between -1 and 1, got 1.5;
// no point is mapped there
tanhMap.forward(Float64Array.of(20)); // Float64Array(1) [1]

// z² is not one-to-one, and nothing notices: half of the density is lost.
const folded = smoothMap({ size: 1, forward: square, inverse: sqrt });
const chiSquared = transformed(standardNormal(1), folded);
value(chiSquared.density(Float64Array.of(1))).toFixed(6); // "0.120985"
(Math.exp(-0.5) / Math.sqrt(2 * Math.PI)).toFixed(6); // "0.241971"
