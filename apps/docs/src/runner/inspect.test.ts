import { inspect } from "node:util";
import fc from "fast-check";
import { Matrix } from "jacobian";
import { expect, test } from "vitest";
import { show } from "./inspect.ts";

const onOneLine = (text: string): string => text.replaceAll(/\s+/gu, " ");

const node = (value: unknown): string =>
  onOneLine(inspect(value, { depth: null, breakLength: Infinity }));

class Point {
  readonly x = 1;
}

test.each([
  [[1, -0, NaN, Infinity]],
  [[]],
  [{}],
  [{ a: 1, "b c": [null, undefined, true] }],
  [Float64Array.of(1, 2.5)],
  [new Float64Array()],
  [{ x: Float64Array.of(1), f: Math.sin }],
  [[() => 1]],
  [new Point()],
  [{ text: "it's", other: "a\nb", quotes: `"` }],
  [[1n]],
  [{ J: new Matrix(1, 2), list: [new Matrix(2, 1)] }],
  [
    {
      get lazy() {
        return 1;
      },
    },
  ],
  [[10, 200, 3, 4, 5, 6, 7, 8, 9]],
  [Array.from({ length: 101 }, () => 1)],
  [new Float64Array(1000)],
])("%o, as Node shows it", (value) => {
  expect(onOneLine(show(value))).toBe(node(value));
});

test("a class says what its values are", () => {
  expect(onOneLine(show(new Matrix(1, 2)))).toBe("Matrix 1×2 [0 0]");
  expect(show(0.5)).toBe("0.5");
  expect(show("text")).toBe('"text"');
});

test("a circle ends", () => {
  const list: unknown[] = [];
  list.push(list);
  expect(show(list)).toBe("[ [Circular *1] ]");
});

test("property: plain data, as Node shows it", () => {
  const plain = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.double(),
      fc.boolean(),
      fc.constantFrom("a", "it's", "x y"),
      fc.array(tie("value"), { maxLength: 5 }),
      fc.dictionary(fc.constantFrom("a", "b", "c d", "1"), tie("value"), { noNullPrototype: true }),
    ),
  })).value;
  fc.assert(
    fc.property(fc.array(plain, { maxLength: 5 }), (value) => {
      expect(show(value)).toBe(node(value));
    }),
  );
});
