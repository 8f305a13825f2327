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
    const [T, from] = [transforms[b]!, i * skin.cols + 4 * bone];
    for (let k = 0; k < 3; k++)
      for (let l = 0; l < 4; l++) to[k]! += T[4 * k + l]! * skin.data[from + l]!;
  });
};

/** Where all vertices are, three numbers for each, before the hand is turned and moved as a whole. */
const posed = (hand: Hand, pose: Pose): Float64Array => {
  const to = new Float64Array(3 * hand.skin.rows);
  const { data, cols } = hand.skin;
  const bones = hand.parents.length;
  const flat = Float64Array.from(
    { length: 16 * bones },
    (_, k) => pose.transforms[k >> 4]![k & 15]!,
  );
  for (let i = 0; i < hand.skin.rows; i++)
    for (let k = 0; k < 3; k++) {
      let total = 0;
      for (let bone = 0; bone < bones; bone++) {
        const [T, from] = [16 * bone + 4 * k, i * cols + 4 * bone];
        for (let l = 0; l < 4; l++) total += flat[T + l]! * data[from + l]!;
      }
      to[3 * i + k] = total;
    }
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
  const errors = measured.points.data.map((x, k) => x - theta[3 + (k % 3)]!);
  for (let i = 0; i < measured.points.rows; i++)
    for (let a = 0; a < measured.corners.length; a++) {
      const [vertex, share] = corner(us, measured, i, a);
      takeTurned(hand, R, share, positions.subarray(3 * vertex, 3 * vertex + 3), errors, 3 * i, 1);
    }
  return errors;
};

export const htJacobianByHand = (...[theta, us, hand, measured]: Arguments): Matrix => {
  const pose = new Pose(hand, theta);
  const positions = posed(hand, pose);
  const [R, ...byAngles] = rotationOf(theta);
  const first = us.rows === 0 ? 0 : 2;
  const cols = first + theta.length;
  const J = new Matrix(3 * measured.points.rows, cols);
  const moved = new Float64Array(3);
  const joints = pose.joints();
  for (let i = 0; i < measured.points.rows; i++) {
    const at = 3 * i * cols;
    for (let a = 0; a < measured.corners.length; a++) {
      const [vertex, share] = corner(us, measured, i, a);
      const x = positions.subarray(3 * vertex, 3 * vertex + 3);
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
