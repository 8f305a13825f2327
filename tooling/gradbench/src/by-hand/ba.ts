import type { Errors } from "../objectives/ba.ts";
import type { Arguments } from "../problems/ba.ts";
import { SparseJacobian } from "../problems/ba-jacobian.ts";
import { Projection } from "./ba-projection.ts";

/** Points the projection at observation i. */
const aim = (
  projection: Projection,
  ...[{ cameras, points }, sightings]: Arguments
): ((i: number) => void) => {
  return (i) => {
    const [camera, point] = [11 * sightings.camera[i]!, 3 * sightings.point[i]!];
    for (let k = 0; k < 11; k++) projection.camera[k] = cameras.data[camera + k]!;
    for (let k = 0; k < 3; k++) projection.point[k] = points.data[point + k]!;
    projection.project();
  };
};

export const baByHand = (...args: Arguments): Errors<Float64Array> => {
  const [{ weights }, , [x, y]] = args;
  const [first, second, weight] = [weights.slice(), weights.slice(), weights.slice()];
  const projection = new Projection();
  const at = aim(projection, ...args);
  for (let i = 0; i < weights.length; i++) {
    at(i);
    first[i]! *= projection.u - x[i]!;
    second[i]! *= projection.v - y[i]!;
    weight[i] = 1 - weights[i]! ** 2;
  }
  return { reprojection: [first, second], weight };
};

export const baJacobianByHand = (...args: Arguments): SparseJacobian => {
  const [scene, sightings, [x, y]] = args;
  const { weights } = scene;
  const projection = new Projection();
  const at = aim(projection, ...args);
  const jacobian = new SparseJacobian(scene, sightings);
  const { vals } = jacobian;
  for (let i = 0; i < weights.length; i++) {
    at(i);
    const w = weights[i]!;
    const place = 30 * i;
    projection.derivative(
      w,
      vals.subarray(place, place + 14),
      vals.subarray(place + 15, place + 29),
    );
    vals[place + 14] = projection.u - x[i]!;
    vals[place + 29] = projection.v - y[i]!;
    vals[30 * weights.length + i] = -2 * w;
  }
  return jacobian;
};
