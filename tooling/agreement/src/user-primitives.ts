import {
  add,
  bilinear,
  binary,
  div,
  entriesOf,
  entryAt,
  linear,
  locallyConstant,
  mul,
  neg,
  norm2,
  piecewise,
  reciprocal,
  scale,
  square,
  structured,
  sub,
  sum,
  unary,
} from "@jacobian/core";
import type { Bilinear, Linear } from "@jacobian/core";
import type { Sample } from "./samples.ts";

// What a user defines through the doors of core: one primitive of each shape of rule.

/** 1/(1 + x²), Agnesi's curve; the derivative is −2x·y². */
export const agnesi = unary("agnesi", {
  value: (x) => 1 / (1 + x * x),
  partial: (x, y) => mul(mul(-2, x), square(y)),
});

/** The resistance of two in parallel, xy/(x + y); ∂/∂x = (y/(x + y))². */
export const parallel = binary("parallel", {
  value: (x, y) => (x * y) / (x + y),
  partials: [
    (x, y) => square(mul(y, reciprocal(add(x, y)))),
    (x, y) => square(mul(x, reciprocal(add(x, y)))),
  ],
});

/** The running totals of a vector; the transpose runs from the end. */
export const totals: Linear<"up" | "down"> = linear<"up" | "down">("totals", {
  value: (x, direction) => {
    const entries = entriesOf(x);
    const ordered = direction === "up" ? entries : entries.toReversed();
    let total = 0;
    const running = ordered.map((entry) => (total += entry));
    return direction === "up" ? running : running.reverse();
  },
  shape: (shape) => shape,
  adjoint: (bar, _shape, direction) => totals(bar, direction === "up" ? "down" : "up"),
});

const [next, last] = [
  [1, 2, 0],
  [2, 0, 1],
];

/** The cross product x × y in space; x̄ = y × z̄, ȳ = z̄ × x. */
export const cross: Bilinear = bilinear("cross", {
  value: (x, y) =>
    Float64Array.from(
      next,
      (j, i) => entryAt(x, j) * entryAt(y, last[i] ?? 0) - entryAt(x, last[i] ?? 0) * entryAt(y, j),
    ),
  shape: () => [3],
  adjoints: [(bar, y) => cross(y, bar), (bar, x) => cross(bar, x)],
});

/** Huber's loss with threshold δ: ½x² near 0, δ(|x| − ½δ) beyond. */
export const huber = piecewise<number>("huber", {
  value: (x, d) => (Math.abs(x) <= d ? (x * x) / 2 : d * (Math.abs(x) - d / 2)),
  pieces: [
    (x, d) => mul(d, sub(x, d / 2)),
    (x, d) => mul(d, sub(neg(x), d / 2)),
    (x) => mul(0.5, square(x)),
  ],
  switches: [
    [(x) => x, (_x, d) => d],
    [(x) => neg(x), (_x, d) => d],
  ],
  atTie: "mean",
});

/** x rounded down to a multiple of the static argument. */
export const quantized = locallyConstant<number>("quantized", {
  value: (x, q) => q * Math.floor(x / q),
  jumps: (x, q) => q * Math.round(x / q),
});

/** x ↦ (x/‖x‖, ‖x‖): the direction and the length of a vector. */
const polarParts: Parameters<typeof structured>[1] = {
  value: ([x = NaN]) => {
    const r = norm2(entriesOf(x));
    return [div(entriesOf(x), r), r];
  },
  shape: ([shape = []]) => [shape, []],
  pushforward: ([dx = 0], _inputs, [u = NaN, r = NaN]) => {
    const dr = sum(mul(u, dx));
    return [div(sub(dx, mul(u, dr)), r), dr];
  },
};

/** With a pullback of its own: x̄ = (ū − u⟨u, ū⟩)/r + r̄·u. */
export const polarForm = structured("polarForm", {
  ...polarParts,
  pullback: ([ubar = 0, rbar = 0], _inputs, [u = NaN, r = NaN]) => [
    add(div(sub(ubar, mul(u, sum(mul(u, ubar)))), r), scale(u, rbar)),
  ],
});

/** Without: reverse mode transposes the pushforward. */
export const transposedPolarForm = structured("transposedPolarForm", polarParts);

const v = Float64Array.of(1, -2, 0.5);
const w = Float64Array.of(0.25, 3, -1);

/** Where each is checked, as the packages' own samples. */
export const userSamples: Readonly<Record<string, readonly Sample[]>> = {
  agnesi: [{ inputs: [0.7] }, { inputs: [0] }, { inputs: [v] }],
  parallel: [{ inputs: [2, 3] }, { inputs: [Float64Array.of(1, 2, 3), 4] }],
  totals: [
    { inputs: [v], statics: "up" },
    { inputs: [v], statics: "down" },
  ],
  cross: [{ inputs: [v, w] }],
  huber: [
    { inputs: [0.3], statics: 1 },
    { inputs: [-2], statics: 1 },
    { inputs: [v], statics: 0.75 },
  ],
  quantized: [{ inputs: [0.7], statics: 0.5 }],
  polarForm: [{ inputs: [v] }],
  transposedPolarForm: [{ inputs: [v] }],
};
