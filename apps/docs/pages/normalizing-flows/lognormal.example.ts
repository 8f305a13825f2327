import { affineMap, chain, expMap, standardNormal, transformed } from "@jacobian/flows";

// x = e^(z/2 + 1) of a standard normal z: a log-normal number.
const map = chain(affineMap({ scale: 0.5, shift: Float64Array.of(1) }), expMap);
const X = transformed(standardNormal(1), map);

const z = Float64Array.of(0);
map.forward(z); // Float64Array(1) [2.718281828459045]
map.logAbsDet(z); // 0.3068528194400547
map.inverse(map.forward(z)); // Float64Array(1) [0]

// By hand: p(e) is p(0) of z, divided by dx/dz = e/2.
X.density(Float64Array.of(Math.E)); // 0.29352532634747985
1 / Math.sqrt(2 * Math.PI) / (Math.E / 2); // 0.29352532634747985

// No point is mapped to −1.
X.density(Float64Array.of(-1));
// throws DomainError: expMap.inverse: expected numbers between 0 and Infinity, got -1;
// no point is mapped there
