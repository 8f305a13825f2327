import { Matrix } from "@jacobian/core";
import type { Hand, Measured } from "../objectives/ht.ts";
import type { Arguments } from "../problems/ht.ts";
import { Pose, rotationOf } from "./ht-pose.ts";

/** to[k] = Σ over the bones of what each makes of vertex i, by transformations of 16 numbers. */
const place = (
  { skin }: Hand,
  i: number,
  bones: readonly number[],
  transforms: readonly Float64Array[],
  to: Float64Array,
): void => {
  to.fill(0);
  bones.forEach((bone, b) => {
    const [T, from] = [transforms[b]!, i + 4 * bone * skin.cols];
    for (let k = 0; k < 3; k++)
      for (let l = 0; l < 4; l++) to[k]! += T[4 * k + l]! * skin.data[from + l * skin.cols]!;
  });
};

/** Where all vertices are, x of all, then y, then z, before the hand is turned and moved as a whole. */
const posed = ({ skin }: Hand, { transforms }: Pose): Float64Array => {
  const count = skin.cols;
  const to = new Float64Array(3 * count);
  transforms.forEach((T, bone) => {
    const line = (l: number) =>
      skin.data.subarray((4 * bone + l) * count, (4 * bone + l + 1) * count);
    const [x, y, z, w] = [line(0), line(1), line(2), line(3)];
    for (let k = 0; k < 3; k++) {
      const [a = 0, b = 0, c = 0, d = 0] = T.subarray(4 * k, 4 * k + 4);
      const at = k * count;
      for (let i = 0; i < count; i++) to[at + i]! += a * x[i]! + b * y[i]! + c * z[i]! + d * w[i]!;
    }
  });
  return to;
};

/** Vertex i of them. */
const vertexOf = (positions: Float64Array, i: number, to: Float64Array): Float64Array => {
  for (let k = 0; k < 3; k++) to[k] = positions[(k * positions.length) / 3 + i]!;
  return to;
};

/** Corners of point i, and how much each counts. */
const corner = (us: Matrix, { corners }: Measured, i: number, a: number): [number, number] => {
  if (corners.length === 1) return [corners[0]![i]!, 1];
  const [u, v] = [us.data[2 * i]!, us.data[2 * i + 1]!];
  return [corners[a]![i]!, [u, v, 1 - u - v][a]!];
};

/** to −= factor·R·x, the hand mirrored first if it is. */
const takeTurned = (
  { mirrored }: Hand,
  R: Float64Array,
  factor: number,
  x: Float64Array,
  to: Float64Array,
  at: number,
  stride: number,
): void => {
  const first = mirrored ? -x[0]! : x[0]!;
  for (let k = 0; k < 3; k++)
    to[at + k * stride]! -=
      factor * (R[3 * k]! * first + R[3 * k + 1]! * x[1]! + R[3 * k + 2]! * x[2]!);
};

export const htByHand = (...[theta, us, hand, measured]: Arguments): Float64Array => {
  const pose = new Pose(hand, theta);
  const positions = posed(hand, pose);
  const [R] = rotationOf(theta);
  const count = measured.points.cols;
  const x = new Float64Array(3);
  const errors = Float64Array.from(
    { length: 3 * count },
    (_, k) => measured.points.data[(k % 3) * count + Math.floor(k / 3)]! - theta[3 + (k % 3)]!,
  );
  for (let i = 0; i < count; i++)
    for (let a = 0; a < measured.corners.length; a++) {
      const [vertex, share] = corner(us, measured, i, a);
      takeTurned(hand, R, share, vertexOf(positions, vertex, x), errors, 3 * i, 1);
    }
  return errors;
};

export const htJacobianByHand = (...[theta, us, hand, measured]: Arguments): Matrix => {
  const pose = new Pose(hand, theta);
  const positions = posed(hand, pose);
  const [R, ...byAngles] = rotationOf(theta);
  const first = us.rows === 0 ? 0 : 2;
  const cols = first + theta.length;
  const J = new Matrix(3 * measured.points.cols, cols);
  const [x, moved] = [new Float64Array(3), new Float64Array(3)];
  const joints = pose.joints();
  for (let i = 0; i < measured.points.cols; i++) {
    const at = 3 * i * cols;
    for (let a = 0; a < measured.corners.length; a++) {
      const [vertex, share] = corner(us, measured, i, a);
      vertexOf(positions, vertex, x);
      // u counts for the first corner, v for the second, and both against the third.
      if (first > 0 && a !== 1) takeTurned(hand, R, a === 0 ? 1 : -1, x, J.data, at, cols);
      if (first > 0 && a !== 0) takeTurned(hand, R, a === 1 ? 1 : -1, x, J.data, at + 1, cols);
      byAngles.forEach((dR, k) => takeTurned(hand, dR, share, x, J.data, at + first + k, cols));
      joints.forEach(({ bones, transforms }, k) => {
        place(hand, vertex, bones, transforms, moved);
        takeTurned(hand, R, share, moved, J.data, at + first + 6 + k, cols);
      });
    }
    for (let k = 0; k < 3; k++) J.data[at + k * cols + first + 3 + k] = -1;
  }
  return J;
};
