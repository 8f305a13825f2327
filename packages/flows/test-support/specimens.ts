import { shapeOf } from "@jacobian/core";
import {
  Matrix,
  add,
  at,
  atan2,
  cos,
  exp,
  hypot,
  log,
  mul,
  sin,
  sub,
  sum,
  tanh,
  vector,
  type Value,
} from "jacobian";
import {
  affineMap,
  autoregressive,
  chain,
  coupling,
  dense,
  expMap,
  invert,
  leakyReluMap,
  permutation,
  planar,
  radial,
  sigmoidMap,
  smoothMap,
  softplusMap,
  tanhMap,
  type Bijector,
} from "../src/index.ts";

const v = (...entries: number[]) => Float64Array.from(entries);

const hidden = {
  weights: Matrix.fromRows([
    [0.5, -0.3],
    [0.8, 0.2],
    [-0.4, 0.7],
  ]),
  bias: v(0.1, -0.2, 0.3),
};
const scale = { weights: Matrix.fromRows([[0.3, -0.6, 0.2]]), bias: v(0.1) };
const shift = { weights: Matrix.fromRows([[-0.5, 0.4, 0.9]]), bias: v(-0.3) };

const network = (kept: Value) => {
  const h = tanh(dense(hidden, kept));
  return { logScale: dense(scale, h), shift: dense(shift, h) };
};

/** The sum over the coordinates of each point. */
const total = (x: Value): Value => (shapeOf(x).length === 1 ? sum(x) : sum(x, "columns"));

const square = Matrix.fromRows([
  [1.5, -0.4, 0.3],
  [0.2, -0.9, 0.6],
  [-0.7, 0.5, 1.1],
]);

const b = v(0.3, -0.2, 0.7);
const u = v(0.4, -1.3, 0.8);
const w = v(1.2, 0.5, -0.6);

/** wᵀu is −4.02: without the correction the map would fold. */
const folding = v(-4, 1.2, -0.3);

const cylindrical = smoothMap({
  size: 3,
  forward: (z) => {
    const [r, t] = [exp(at(z, 0)), at(z, 1)];
    return vector([mul(r, cos(t)), mul(r, sin(t)), add(at(z, 2), r)]);
  },
  inverse: (x) => {
    const r = hypot(at(x, 0), at(x, 1));
    return vector([log(r), atan2(at(x, 1), at(x, 0)), sub(at(x, 2), r)]);
  },
});

/** Bijectors of three coordinates, one of each kind and more where one kind has several structures. */
export const specimens: Readonly<Record<string, Bijector>> = {
  "affine, a multiple of the identity": affineMap({ scale: -1.7, shift: b }),
  "affine, diagonal": affineMap({ scale: v(0.5, -2, 3), shift: b }),
  "affine, lower triangle": affineMap({ scale: square, shift: b, triangle: "lower" }),
  "affine, upper triangle": affineMap({ scale: square, triangle: "upper" }),
  "affine, full": affineMap({ scale: square, shift: b }),
  exp: expMap,
  softplus: softplusMap,
  tanh: tanhMap,
  sigmoid: sigmoidMap,
  "leaky relu": leakyReluMap(0.3),
  permutation: permutation([2, 0, 1]),
  coupling: coupling({ mask: [true, false, true], network }),
  autoregressive: autoregressive({
    size: 3,
    conditioner: (before, i) => ({
      logScale: mul(0.3, tanh(total(before))),
      shift: add(i, mul(0.7, total(before))),
    }),
  }),
  planar: planar({ u, w, b: 0.4 }),
  "planar, corrected": planar({ u: folding, w, b: -0.2 }),
  radial: radial({ center: b, alpha: 0.4, beta: 1.5 }),
  "radial, inwards": radial({ center: b, alpha: 0.4, beta: -3 }),
  "smooth map": cylindrical,
  chain: chain(planar({ u, w, b: 0.4 }), permutation([1, 2, 0]), sigmoidMap),
  inverse: invert(chain(affineMap({ scale: square }), tanhMap, affineMap({ scale: 40 }))),
};
