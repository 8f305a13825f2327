import type { Observation, Sightings } from "../objectives/ba.ts";
import type { PlainScene } from "./ba.ts";

/** Entries that the protocol shows before the last. */
const shown = 30;

/** Parameters of a camera, a point and the weight: the entries in a row of a reprojection error. */
const width = 15;

/**
 * The Jacobian in compressed rows: two of each observation (its reprojection error), then one of each
 * (its weight). Row i has the entries from rows[i] to rows[i + 1]; they are 0 until they are set.
 */
export class SparseJacobian {
  readonly rows: Int32Array;
  readonly cols: Int32Array;
  readonly vals: Float64Array;

  constructor({ cameras, points, weights }: PlainScene, { camera, point }: Sightings) {
    const count = weights.length;
    const places = 2 * width * count;
    this.rows = Int32Array.from({ length: 3 * count + 1 }, (_, i) =>
      i <= 2 * count ? width * i : places + i - 2 * count,
    );
    this.cols = new Int32Array(places + count);
    this.vals = new Float64Array(places + count);
    const firstPoint = 11 * cameras.rows;
    const firstWeight = firstPoint + 3 * points.rows;
    for (let i = 0; i < count; i++) {
      for (let row = 0, place = 2 * width * i; row < 2; row++) {
        for (let k = 0; k < 11; k++) this.cols[place++] = 11 * camera[i]! + k;
        for (let k = 0; k < 3; k++) this.cols[place++] = firstPoint + 3 * point[i]! + k;
        this.cols[place++] = firstWeight + i;
      }
      this.cols[places + i] = firstWeight + i;
    }
  }

  /** Sets the entries of all first (0) or second (1) rows of the observations. */
  setReprojection(row: 0 | 1, { camera, point, weight }: Observation<Float64Array>): void {
    [...camera, ...point, weight].forEach((entries, k) => {
      for (let i = 0; i < entries.length; i++) this.vals[(2 * i + row) * width + k] = entries[i]!;
    });
  }

  /** Sets the entries of the rows of the weights. */
  setWeight(entries: Float64Array): void {
    this.vals.set(entries, this.vals.length - entries.length);
  }

  /** The first entries and the last: in the protocol all observations are alike. */
  toJSON(): Readonly<Record<"rows" | "cols" | "vals", number[]>> {
    const part = (list: Int32Array | Float64Array): number[] => [
      ...list.subarray(0, shown),
      ...list.subarray(-1),
    ];
    return { rows: part(this.rows), cols: part(this.cols), vals: part(this.vals) };
  }
}
