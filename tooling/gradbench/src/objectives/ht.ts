import {
  type Matrix,
  type MatrixValue,
  type Scalar,
  type Vector,
  add,
  at,
  broadcast,
  column,
  cos,
  div,
  lt,
  matrix,
  mul,
  neg,
  norm2,
  sin,
  slice,
  sub,
  take,
} from "@jacobian/core";
import {
  diagonalMatrix,
  hstack,
  identity,
  matmul,
  outer,
  submatrix,
  transpose,
} from "@jacobian/linalg";

/** A skeleton and the skin on it. */
export interface Hand {
  /** Of each bone: the bone it hangs on, which comes before it, or −1. */
  readonly parents: readonly number[];
  /** Of each bone, 4×4: its place on its parent, and the way back from its place at rest. */
  readonly baseRelatives: readonly Matrix[];
  readonly inverseBaseAbsolutes: readonly Matrix[];
  /** A column for each vertex: for each bone in turn, its weight times the vertex (x, y, z, 1). */
  readonly skin: Matrix;
  readonly mirrored: boolean;
}

/** The measured points, a column for each, and the corners of the triangle that each lies in. */
export interface Measured {
  readonly points: Matrix;
  /** First, second and third corners; or the vertices themselves. */
  readonly corners: readonly ArrayLike<number>[];
}

/** R = Rz(spread)·Rx(bend), as a 4×4 transformation. */
const jointRotation = (bend: Scalar, spread: Scalar): MatrixValue => {
  const [c, s] = [cos(bend), sin(bend)];
  const [cz, sz] = [cos(spread), sin(spread)];
  return matrix([
    [cz, neg(mul(sz, c)), mul(sz, s), 0],
    [sz, mul(cz, c), neg(mul(cz, s)), 0],
    [0, s, c, 0],
    [0, 0, 0, 1],
  ]);
};

/** Three joints of each finger, of four bones each, move: the first bends and spreads, the others bend. */
const bendsAndSpreads = (angles: Vector, bone: number): readonly [Scalar, Scalar] | undefined => {
  const finger = Math.floor((bone - 1) / 4);
  const joint = (bone - 1) % 4;
  if (bone === 0 || finger > 4 || joint === 0) return undefined;
  const first = 4 * finger;
  if (joint === 1) return [at(angles, first), at(angles, first + 1)];
  return [at(angles, first + joint), 0];
};

/** Of each bone: how the pose moves what is fixed to it. */
const transforms = (hand: Hand, angles: Vector): MatrixValue[] => {
  const absolutes: MatrixValue[] = [];
  return hand.parents.map((parent, bone) => {
    const turn = bendsAndSpreads(angles, bone);
    const base = hand.baseRelatives[bone]!;
    const relative = turn === undefined ? base : matmul(base, jointRotation(...turn));
    const absolute = parent < 0 ? relative : matmul(absolutes[parent]!, relative);
    absolutes.push(absolute);
    return matmul(absolute, hand.inverseBaseAbsolutes[bone]!);
  });
};

/** x·xᵀ + (I − x·xᵀ)·cos θ + [x]ₓ·sin θ for the axis x and angle θ of r = θ·x; I below 10⁻⁴. */
const rotation = (r: Vector): MatrixValue => {
  const angle = norm2(r);
  if (lt(angle, 1e-4)) return identity(3);
  const axis = div(r, angle);
  const [x, y, z] = [at(axis, 0), at(axis, 1), at(axis, 2)];
  const crossed = matrix([
    [0, neg(z), y],
    [z, 0, neg(x)],
    [neg(y), x, 0],
  ]);
  const [c, s] = [cos(angle), sin(angle)];
  return add(add(mul(outer(axis, axis), sub(1, c)), mul(identity(3), c)), mul(crossed, s));
};

/** The vertices (columns) of the posed hand: each follows its bones by its weights. */
const vertices = (hand: Hand, theta: Vector): MatrixValue => {
  const moved = transforms(hand, slice(theta, 6, theta.length));
  const posed = matmul(hstack(...moved.map((T) => submatrix(T, [0, 3], [0, 4]))), hand.skin);
  const mirror = diagonalMatrix(Float64Array.of(hand.mirrored ? -1 : 1, 1, 1));
  const turned = matmul(matmul(rotation(slice(theta, 0, 3)), mirror), posed);
  const place = broadcast(slice(theta, 3, 6), { shape: turned.shape, axis: "rows" });
  // `broadcast` makes what its shape says.
  return add(turned, place as MatrixValue);
};

/** Columns of a matrix of three rows. */
const columnsAt = (A: MatrixValue, index: ArrayLike<number>): MatrixValue => {
  const places = [0, A.cols, 2 * A.cols].flatMap((row) => Array.from(index, (j) => row + j));
  // `take` makes what its shape says.
  return take(A, { index: places, shape: [3, index.length] }) as MatrixValue;
};

/** Each column of A times its factor. */
const scaled = (A: MatrixValue, factor: Vector): MatrixValue =>
  // `broadcast` makes what its shape says.
  mul(A, broadcast(factor, { shape: A.shape, axis: "columns" }) as MatrixValue);

/**
 * How far each measured point (a row for each) is from its place on the hand that is posed by theta: the
 * global rotation, the translation, four angles of each finger (ADBench, hand tracking). The place is
 * u·a + v·b + (1 − u − v)·c of the corners of its triangle, (u, v) a row of `us`; or a vertex itself.
 */
export const ht = (theta: Vector, us: MatrixValue, hand: Hand, measured: Measured): MatrixValue => {
  const positions = vertices(hand, theta);
  const corners = measured.corners.map((corner) => columnsAt(positions, corner));
  const [a, b, c] = corners as [MatrixValue, MatrixValue?, MatrixValue?];
  if (b === undefined || c === undefined) return transpose(sub(measured.points, a));
  const [u, v] = [column(us, 0), column(us, 1)];
  const place = add(add(scaled(a, u), scaled(b, v)), scaled(c, sub(sub(1, u), v)));
  return transpose(sub(measured.points, place));
};
