import type { Hand } from "../objectives/ht.ts";

/** A·B of 4×4 matrices, row by row. */
const product = (A: Float64Array, B: Float64Array): Float64Array => {
  const C = new Float64Array(16);
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++)
      for (let k = 0; k < 4; k++) C[4 * i + j]! += A[4 * i + k]! * B[4 * k + j]!;
  return C;
};

/** A joint at a bone turns by Rz(spread)·Rx(bend); by which of its angles to differentiate, if any. */
const joint = (bend: number, spread: number, by?: "bend" | "spread"): Float64Array => {
  let [c, s] = [Math.cos(bend), Math.sin(bend)];
  let [cz, sz] = [Math.cos(spread), Math.sin(spread)];
  let [axis, along] = [1, 1];
  if (by === "bend") [c, s, axis] = [-s, c, 0];
  if (by === "spread") [cz, sz, along] = [-sz, cz, 0];
  const one = by === undefined ? 1 : 0;
  const rows = [
    [axis * cz, -sz * c, sz * s, 0],
    [axis * sz, cz * c, -cz * s, 0],
    [0, along * s, along * c, 0],
    [0, 0, 0, one],
  ];
  return Float64Array.from(rows.flat());
};

/** The bones that an angle moves, and the derivatives of their transformations. */
interface Moved {
  readonly bones: readonly number[];
  readonly transforms: readonly Float64Array[];
}

/** The skeleton in the pose theta. */
export class Pose {
  readonly transforms: readonly Float64Array[];
  private readonly absolutes: Float64Array[] = [];
  private readonly relatives: Float64Array[];

  constructor(
    private readonly hand: Hand,
    private readonly theta: Float64Array,
  ) {
    this.relatives = hand.baseRelatives.map((base, bone) =>
      product(base.data, joint(...this.anglesOf(bone))),
    );
    hand.parents.forEach((parent, bone) => {
      const relative = this.relatives[bone]!;
      this.absolutes.push(parent < 0 ? relative : product(this.absolutes[parent]!, relative));
    });
    this.transforms = this.absolutes.map((absolute, bone) => this.fromRest(absolute, bone));
  }

  /** How each of the fingers' angles moves the bones, in the order of theta. */
  joints(): Moved[] {
    const angles: Moved[] = [];
    for (let finger = 0; finger < 5; finger++) {
      const bone = 4 * finger + 2;
      angles.push(this.moved(bone, "bend"), this.moved(bone, "spread"));
      angles.push(this.moved(bone + 1, "bend"), this.moved(bone + 2, "bend"));
    }
    return angles;
  }

  private fromRest(absolute: Float64Array, bone: number): Float64Array {
    return product(absolute, this.hand.inverseBaseAbsolutes[bone]!.data);
  }

  /** Bend and spread: theta has four angles of each finger, two of them for its second bone. */
  private anglesOf(bone: number): [number, number] {
    const at = 6 + 4 * Math.floor((bone - 1) / 4);
    const which = (bone - 1) % 4;
    if (bone === 0 || at >= this.theta.length || which === 0) return [0, 0];
    return which === 1 ? [this.theta[at]!, this.theta[at + 1]!] : [this.theta[at + which]!, 0];
  }

  /** The bone of the angle, and those that hang on it: the rest of the finger. */
  private moved(bone: number, by: "bend" | "spread"): Moved {
    const { parents, baseRelatives } = this.hand;
    const turned = product(baseRelatives[bone]!.data, joint(...this.anglesOf(bone), by));
    let absolute = product(this.absolutes[parents[bone]!]!, turned);
    const [bones, transforms] = [[bone], [this.fromRest(absolute, bone)]];
    for (let next = bone + 1; parents[next] === next - 1; next++) {
      absolute = product(absolute, this.relatives[next]!);
      bones.push(next);
      transforms.push(this.fromRest(absolute, next));
    }
    return { bones, transforms };
  }
}

/** The rotation by the first three numbers of theta, an angle times an axis, and its derivatives in each. */
export const rotationOf = (theta: Float64Array): [Float64Array, ...Float64Array[]] => {
  const r = theta.subarray(0, 3);
  const angle = Math.hypot(...r);
  if (angle < 1e-4)
    return [
      Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
      ...[0, 1, 2].map(() => new Float64Array(9)),
    ];
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const crossed = (v: ArrayLike<number>): number[] => [
    ...[0, -v[2]!, v[1]!],
    ...[v[2]!, 0, -v[0]!],
    ...[-v[1]!, v[0]!, 0],
  ];
  const axis = r.map((x) => x / angle);
  const X = crossed(axis);
  const at = (k: number): [number, number, number] => {
    const [i, j] = [Math.floor(k / 3), k % 3];
    return [axis[i]!, axis[j]!, i === j ? 1 : 0];
  };
  const R = Float64Array.from({ length: 9 }, (_, k) => {
    const [x, y, one] = at(k);
    return x * y * (1 - c) + one * c + X[k]! * s;
  });
  const by = [0, 1, 2].map((n) => {
    const turn = axis[n]!;
    // How the axis moves, at right angles to itself.
    const move = Array.from(axis, (x, i) => ((i === n ? 1 : 0) - x * turn) / angle);
    const dX = crossed(move);
    return Float64Array.from({ length: 9 }, (_, k) => {
      const [x, y, one] = at(k);
      const outer = move[Math.floor(k / 3)]! * y + x * move[k % 3]!;
      return outer * (1 - c) + (x * y - one) * s * turn + dX[k]! * s + X[k]! * c * turn;
    });
  });
  return [R, ...by];
};
