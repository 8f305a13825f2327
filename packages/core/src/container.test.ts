import { describe, expect, test } from "vitest";
import { lifted } from "../test-support/push.ts";
import {
  Matrix,
  OperatorError,
  ShapeError,
  entryCount,
  flatten,
  isPlainObject,
  leavesOf,
  mapLeaves,
  sameStructure,
  scalarOutput,
  unflatten,
  value,
  withLeaves,
} from "./index.ts";

const W = Matrix.fromRows([
  [1, 2],
  [3, 4],
]);
const network = { W, layers: [{ b: Float64Array.of(5, 6) }, 7], 1: 8 };

describe("what is neither a value nor a container", () => {
  class Model {
    readonly w = 1;
  }

  test.each<[string, unknown, string]>([
    ["a string", ["x"], 'got "x"'],
    ["undefined", { a: undefined }, "got undefined"],
    ["a function", [Math.sin], "got the function sin"],
    ["a class of one's own", new Model(), "got an object (Model)"],
    ["a Map", new Map(), "got an object (Map)"],
    ["an Int32Array", new Int32Array(2), "got an object (Int32Array)"],
  ])("%s is refused by name", (_kind, x, got) => {
    const walk = (): unknown => mapLeaves("gradient", x, (leaf) => leaf);
    expect(walk).toThrow(OperatorError);
    expect(walk).toThrow(
      `gradient: expected a number, Float64Array, Matrix or element, or lists and objects of them, ${got}; `,
    );
  });

  test("an async result is refused with what to do instead", () => {
    expect(() => mapLeaves("gradient", Promise.resolve(1), (leaf) => leaf)).toThrow(
      "got an object (Promise); await it beforehand: a function that is differentiated is not async",
    );
  });
});

describe("mapLeaves", () => {
  test("keeps the structure and goes in container order", () => {
    const seen: unknown[] = [];
    const same = mapLeaves("f", network, (leaf) => (seen.push(leaf), leaf));
    expect(same).toEqual(network);
    // JavaScript puts keys that are whole numbers first.
    expect(seen).toEqual([8, W, Float64Array.of(5, 6), 7]);
    expect(leavesOf("f", network)).toEqual(seen);
  });

  test("takes a single value, empty containers and objects without a prototype", () => {
    expect(mapLeaves("f", 2, () => "leaf")).toBe("leaf");
    expect(leavesOf("f", { a: [], b: {} })).toEqual([]);
    expect(leavesOf("f", Object.assign(Object.create(null), { a: 1 }))).toEqual([1]);
  });

  test("does not take an element apart", () => {
    const x = lifted(Float64Array.of(1, 2));
    expect(leavesOf("f", [x])[0]).toBe(x);
  });
});

describe("withLeaves", () => {
  test("puts back what leavesOf took out, in containers of its own", () => {
    const leaves = leavesOf("f", network);
    const again = withLeaves("f", network, leaves) as typeof network;
    expect(again).toEqual(network);
    expect(again.layers).not.toBe(network.layers);
    expect(again.W).toBe(W);
    expect(withLeaves("f", { a: [], b: 1 }, ["x"])).toEqual({ a: [], b: "x" });
  });

  test("refuses what is no container", () => {
    expect(() => withLeaves("f", [new Map()], [1])).toThrow(OperatorError);
  });
});

describe("isPlainObject", () => {
  test.each([
    [{ a: 1 }, true],
    [Object.create(null), true],
    [[1], false],
    [W, false],
    [new Map(), false],
    [null, false],
    [2, false],
  ])("%o: %s", (x, expected) => {
    expect(isPlainObject(x)).toBe(expected);
  });
});

describe("flatten and unflatten", () => {
  test("refuse what does not fit", () => {
    expect(() => unflatten("hessian", network, Float64Array.of(1, 2))).toThrow(ShapeError);
    expect(() => unflatten("hessian", network, Float64Array.of(1, 2))).toThrow("got a vector of 2");
    expect(() => flatten("hessian", "x")).toThrow("hessian: expected a number");
  });

  test("are inverse to each other", () => {
    const flat = flatten("f", network);
    expect(flat).toEqual(Float64Array.of(8, 1, 2, 3, 4, 5, 6, 7));
    expect(entryCount("f", network)).toBe(8);
    expect(unflatten("f", network, flat)).toEqual(network);
    expect(flatten("f", [])).toEqual(new Float64Array(0));
    expect(flatten("f", 3)).toEqual(Float64Array.of(3));
  });

  test("of elements make elements", () => {
    const [x, y] = [lifted(1), lifted(Float64Array.of(2, 3))];
    expect(value(flatten("f", { x, y }))).toEqual(Float64Array.of(1, 2, 3));
  });
});

describe("scalarOutput", () => {
  test.each<[unknown, string]>([
    [Float64Array.of(1), "a vector of 1"],
    [W, "a 2×2 matrix"],
    [[1, 2], "2 values"],
    [[], "0 values"],
  ])("refuses %o", (y, got) => {
    expect(() => scalarOutput("gradient", y)).toThrow(ShapeError);
    expect(() => scalarOutput("gradient", y)).toThrow(
      `gradient: expected a function with one scalar output, got ${got}; use jacobian for several outputs`,
    );
  });

  test("finds the scalar in its container", () => {
    const x = lifted(2);
    expect(scalarOutput("gradient", [{ loss: 2 }])).toBe(2);
    expect(scalarOutput("gradient", x)).toBe(x);
  });
});

describe("sameStructure", () => {
  test.each<[string, unknown, unknown, string]>([
    ["a longer list", [1, 2], [1, 2, 3], "[a scalar,a scalar], got [a scalar,a scalar,a scalar]"],
    ["another shape", new Float64Array(2), 1, "a vector of 2, got a scalar"],
    ["another key", { a: 1 }, { b: 1 }, "{a:a scalar}, got {b:a scalar}"],
    [
      "another order of keys",
      { a: 1, b: W },
      { b: W, a: 1 },
      "{a:a scalar,b:a 2×2 matrix} in this order, got",
    ],
    ["a list of another inside", [1, [2]], [1, [2, 3]], "[a scalar,[a scalar]], got"],
    ["a list in the place of a number", [1, 2], [1, [2]], "[a scalar,a scalar], got"],
    ["a number in the place of a list", [[1]], [1], "[[a scalar]], got [a scalar]"],
    ["another last entry", [1, W], [1, 2], "[a scalar,a 2×2 matrix], got"],
    ["an object in the place of a list", [1], { 0: 1 }, "[a scalar], got {0:a scalar}"],
    ["a list in the place of an object", { 0: 1 }, [1], "{0:a scalar}, got [a scalar]"],
    ["an object in the place of a number", 1, { a: 1 }, "a scalar, got {a:a scalar}"],
    ["one key more", { a: 1 }, { a: 1, b: 2 }, "{a:a scalar}, got {a:a scalar,b:a scalar}"],
    ["one key less", { a: 1, b: 2 }, { a: 1 }, "{a:a scalar,b:a scalar}, got {a:a scalar}"],
    ["another part of the same key", { a: [1] }, { a: 1 }, "{a:[a scalar]}, got {a:a scalar}"],
  ])("refuses %s, and shows both", (_case, model, next, shown) => {
    expect(() => sameStructure("fold", model, next, "keep it")).toThrow(ShapeError);
    expect(() => sameStructure("fold", model, next, "keep it")).toThrow(
      `fold: expected the structure ${shown}`,
    );
  });

  test("refuses nothing, and says what was expected", () => {
    const call = () => sameStructure<unknown>("fold", [1], undefined, "keep it");
    expect(call).toThrow(OperatorError);
    expect(call).toThrow("fold: expected the structure [a scalar], got nothing; keep it");
  });

  test("gives what it lets pass; a number and a scalar element have one structure", () => {
    const next = { a: lifted(1), b: [W] };
    expect(sameStructure<unknown>("fold", { a: 1, b: [new Matrix(2, 2)] }, next, "keep it")).toBe(
      next,
    );
    const numbers = [3, { a: [4] }];
    expect(sameStructure<unknown>("fold", [1, { a: [2] }], numbers, "keep it")).toBe(numbers);
  });
});
