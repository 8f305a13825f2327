import { dot, entriesOf, jvp, linear, vjp, type Linear, type Vector } from "jacobian";

/** In the place of each entry the one that stands `by` places further, around the end. */
const shift = (x: readonly number[], by: number) =>
  Float64Array.from(x, (_, k) => x[(k + by + x.length) % x.length]!);
const made = (name: string, back: () => Linear): Linear =>
  linear(name, {
    value: (x) => shift(Array.from(entriesOf(x)), -1),
    shape: (shape) => shape,
    adjoint: (bar) => back()(bar),
  });
const next: Linear = made("next", () => previous);
const previous: Linear = linear("previous", {
  value: (x) => shift(Array.from(entriesOf(x)), 1),
  shape: (shape) => shape,
  adjoint: (bar) => next(bar),
});
/** Its adjoint is wrong: it shifts the same way. */
const wrong: Linear = made("wrong", () => wrong);

const [x, v, w] = [Float64Array.of(1, 2, 3), Float64Array.of(1, 0, 2), Float64Array.of(3, 1, 0)];
const sides = (f: Linear) => {
  const g = (z: Vector) => f(z) as Vector;
  return [dot(w, jvp(g)(x, v).tangent), dot(vjp(g)(x, w).cotangent, v)];
};
sides(next); // [7, 7]
sides(wrong); // [7, 2]
