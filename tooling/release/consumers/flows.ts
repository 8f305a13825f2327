import { affineMap, chain, expMap, standardNormal, transformed } from "@jacobian/flows";

const map = chain(affineMap({ scale: 0.5, shift: Float64Array.of(1) }), expMap);
const logNormal = transformed(standardNormal(1), map);

/** What is computed, and what it is by hand. */
export const answers: [what: string, got: number, exact: number][] = [
  ["log(½·e) of x ↦ exp(x/2 + 1) at 0", Number(map.logAbsDet(Float64Array.of(0))), 1 - Math.LN2],
  [
    "the density of a log-normal at e: φ(0)/(½·e)",
    Number(logNormal.density(Float64Array.of(Math.E))),
    2 / (Math.E * Math.sqrt(2 * Math.PI)),
  ],
];
