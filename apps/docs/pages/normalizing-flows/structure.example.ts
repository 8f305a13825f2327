import { coupling, planar } from "@jacobian/flows";
import { jacobian, logAbsDet, sin, square, value, type Vector } from "jacobian";

// A coupling keeps x and makes of y what x decides: y·e^(sin x) + x².
const bend = coupling({
  mask: [true, false],
  network: (x) => ({ logScale: sin(x), shift: square(x) }),
});
const point = Float64Array.of(2, 3);
jacobian((z: Vector) => bend.forward(z))(point); // Matrix 2×2 [1 0] [0.900649 2.48258]

// Its Jacobian is triangular, so the logarithm of its determinant is sin x.
bend.logAbsDet(point) === Math.sin(2); // true

// The inverse asks the network again, and does not invert it: sin and x² have none.
bend.inverse(bend.forward(point)); // Float64Array(2) [2, 2.9999999999999996]

// A planar flow: identity plus a matrix of rank one. By structure, and by the whole matrix.
const fold = planar({ u: Float64Array.of(2, 0, -1), w: Float64Array.of(1, 1, 1), b: 0.2 });
const origin = new Float64Array(3);
const whole = logAbsDet(jacobian((z: Vector) => fold.forward(z))(origin)).logAbsDet;
value(fold.logAbsDet(origin)).toFixed(12); // "0.263177738601"
value(whole).toFixed(12); // "0.263177738601"
