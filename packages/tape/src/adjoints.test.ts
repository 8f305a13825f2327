import { type Value, Matrix, ShapeError, entriesOf, shapeOf, value } from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { GeneralAdjoints } from "./general-adjoints.ts";
import { LaneAdjoints } from "./lane-adjoints.ts";
import type { Node } from "./node.ts";
import { NumericAdjoints } from "./numeric-adjoints.ts";
import { type Adjoints, nowhere } from "./record.ts";
import { Tape } from "./tape.ts";

// Three ways to keep adjoints, of which each must add up the same: as numbers, in lanes, as elements.

/** A scalar, a vector, a matrix and an empty vector on one tape, and room for adjoints of each kind. */
const setting = () => {
  const tape = new Tape();
  const scalar = tape.input(2);
  const vector = tape.input(Float64Array.of(1, 2, 3));
  const matrix = tape.input(new Matrix(2, 2));
  const empty = tape.input(new Float64Array(0));
  const { slots } = tape.record;
  const kinds: Readonly<Record<string, Adjoints>> = {
    "as numbers": new NumericAdjoints(new Float64Array(slots)),
    "in the first of two lanes": new LaneAdjoints(new Float64Array(2 * slots), 2),
    "in the last of three lanes": Object.assign(new LaneAdjoints(new Float64Array(3 * slots), 3), {
      lane: 2,
    }),
    "as elements": new GeneralAdjoints(),
  };
  return { scalar, vector, matrix, empty, kinds };
};

const { kinds: names } = setting();

describe.each(Object.keys(names))("adjoints %s", (name) => {
  const { scalar, vector, matrix, empty, kinds } = setting();
  const adjoints = kinds[name]!;
  const of = (node: Node): Value | undefined => {
    const bar = adjoints.of(node);
    return bar === undefined ? undefined : entriesOf(value(bar)).slice();
  };

  test("are undefined where nothing arrived", () => {
    expect([scalar, vector, matrix, empty].map(of)).toEqual(new Array(4).fill(undefined));
  });

  test("of a scalar add up; an array that reaches it is summed", () => {
    adjoints.add(scalar, 3);
    adjoints.addProduct(scalar, 2, 5);
    adjoints.addProduct(scalar, Float64Array.of(1, 10), Float64Array.of(3, 4));
    adjoints.addProduct(scalar, Float64Array.of(1, 10), 100);
    adjoints.addProduct(scalar, 1000, Float64Array.of(1, 2));
    expect(of(scalar)).toEqual(Float64Array.of(3 + 10 + 43 + 1100 + 3000));
  });

  test("of an array add up entry by entry; a scalar reaches every entry", () => {
    adjoints.add(vector, Float64Array.of(1, 2, 3));
    adjoints.add(vector, 10);
    adjoints.addProduct(vector, 2, Float64Array.of(100, 200, 300));
    adjoints.addProduct(vector, Float64Array.of(1, 0, -1), Float64Array.of(1, Infinity, 1));
    adjoints.addProduct(vector, Float64Array.of(0.5, 0.25, 0), 4);
    adjoints.addAt(vector, [2, 0, 2], Float64Array.of(1000, 2000, 5000));
    expect(of(vector)).toEqual(Float64Array.of(2214, 413, 6612));
  });

  test("of one entry are no one else's", () => {
    adjoints.addAt(matrix, [3], 7);
    expect(of(matrix)).toEqual(Float64Array.of(0, 0, 0, 7));
    adjoints.add(matrix, new Matrix(2, 2, Float64Array.of(1, 2, 3, 4)));
    expect(of(matrix)).toEqual(Float64Array.of(1, 2, 3, 11));
    expect(shapeOf(adjoints.of(matrix)!)).toEqual([2, 2]);
    expect(of(scalar)).toEqual(Float64Array.of(4156));
    expect(of(empty)).toBeUndefined();
  });

  test("of scalar operations pass backwards, a constant operand to nowhere", () => {
    const record = new Tape();
    const [x, y] = [record.input(1), record.input(1)];
    // u = 2x + 3y, v = 5u, w = 7v + 11u: dw/du = 46.
    const u = record.record.scalar(x.slot, 2, y.slot, 3);
    const v = record.record.scalar(u, 5, nowhere, 0);
    const w = record.record.scalar(v, 7, u, 11);
    const { links, partials, slots } = record.record;
    const own: Adjoints =
      name === "as numbers"
        ? new NumericAdjoints(new Float64Array(slots))
        : name === "as elements"
          ? new GeneralAdjoints()
          : new LaneAdjoints(new Float64Array(2 * slots), 2);
    own.add(Object.assign(record.input(0), { slot: w }), 1);
    own.chain(links, partials, 0, 3, u);
    expect([own.of(x), own.of(y)]).toEqual([92, 138]);
  });
});

describe("what does not arrive", () => {
  test("exact zeros alone are as nothing, also in the other lanes", () => {
    const { scalar, vector } = setting();
    const numbers = new NumericAdjoints(new Float64Array(20));
    const lanes = new LaneAdjoints(new Float64Array(40), 2);
    for (const adjoints of [numbers, lanes]) {
      adjoints.add(vector, 0);
      adjoints.addProduct(scalar, 0, Infinity);
      expect([adjoints.of(scalar), adjoints.of(vector)]).toEqual([undefined, undefined]);
    }
    lanes.add(vector, Float64Array.of(0, 0, 5));
    expect(lanes.of(vector)).toEqual(Float64Array.of(0, 0, 5));
    lanes.lane = 1;
    expect(lanes.of(vector)).toBeUndefined();
  });

  test("a partial derivative of ∞ or NaN makes nothing of an exact zero, in a lane or alone", () => {
    const links = Int32Array.of(1, 2);
    for (const wild of [Infinity, NaN, -Infinity]) {
      const partials = Float64Array.of(wild, 2);
      const alone = new Float64Array(4);
      new NumericAdjoints(alone).chain(links, partials, 0, 1, 3);
      expect(alone).toEqual(new Float64Array(4));
      // Two lanes: of the second alone there is something.
      const lanes = new Float64Array(8);
      lanes[7] = 3;
      new LaneAdjoints(lanes, 2).chain(links, partials, 0, 1, 3);
      expect(lanes).toEqual(Float64Array.of(0, 0, 0, 3 * wild, 0, 6, 0, 3));
    }
  });

  test("a partial derivative of 0 passes nothing on, of whatever", () => {
    const links = Int32Array.of(1, 2);
    const slots = Float64Array.of(0, 0, 0, Infinity);
    new NumericAdjoints(slots).chain(links, Float64Array.of(0, 0), 0, 1, 3);
    expect(slots).toEqual(Float64Array.of(0, 0, 0, Infinity));
    const lanes = Float64Array.of(0, 0, 0, 0, 0, 0, NaN, Infinity);
    new LaneAdjoints(lanes, 2).chain(links, Float64Array.of(0, 0), 0, 1, 3);
    expect(lanes).toEqual(Float64Array.of(0, 0, 0, 0, 0, 0, NaN, Infinity));
  });

  test("an array that is not shaped as the operand is refused", () => {
    const { vector, matrix } = setting();
    const adjoints = new NumericAdjoints(new Float64Array(20));
    const message =
      "tape: expected the adjoint of a vector of 3 in its shape, got a vector of 2; correct the adjoint that the rule states";
    expect(() => adjoints.add(vector, new Float64Array(2))).toThrow(ShapeError);
    expect(() => adjoints.add(vector, new Float64Array(2))).toThrow(message);
    expect(() => adjoints.addProduct(vector, new Float64Array(2), 1)).toThrow(message);
    expect(() => adjoints.addProduct(vector, 2, new Float64Array(2))).toThrow(message);
    expect(() => adjoints.add(matrix, new Float64Array(4))).toThrow(
      "the adjoint of a 2×2 matrix in its shape, got a vector of 4",
    );
  });
});

test("one entry of a long array is found wherever it stands", () => {
  for (const before of [0, 100, 255, 256, 300]) {
    const tape = new Tape();
    tape.input(new Float64Array(before));
    const n = 700;
    const x = tape.input(new Float64Array(n));
    for (const k of [0, 1, 155, 156, 255, 256, 257, 411, 412, 511, 512, 513, 698, 699]) {
      const adjoints = new GeneralAdjoints();
      adjoints.addAt(x, [k], 3);
      const expected = new Float64Array(n);
      expected[k] = 3;
      expect(adjoints.of(x)).toEqual(expected);
    }
  }
});
