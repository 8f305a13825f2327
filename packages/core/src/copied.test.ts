import { expect, test } from "vitest";
import { Moving, Push, lifted } from "../test-support/push.ts";
import { Matrix, copied, describe, ownOutputs, scale, value } from "./index.ts";

// What engines ask of values, beside rules.

test("a copy has storage of its own; a number and an element are what they are", () => {
  const v = Float64Array.of(1, 2);
  const A = new Matrix(1, 2, v);
  const [copy, B] = [copied(v), copied(A)] as [Float64Array, Matrix];
  expect([copy, B]).toEqual([v, A]);
  v[0] = 9;
  expect([copy[0], B.data[0]]).toEqual([1, 1]);
  const x = lifted(Float64Array.of(1));
  expect(copied(3)).toBe(3);
  expect(copied(x)).toBe(x);
});

test("the brand of a matrix and of an element is true", () => {
  expect([new Matrix(1, 1).isJacobianMatrix, lifted(1).isJacobianElement]).toEqual([true, true]);
});

test("a message shows 200 letters of an element", () => {
  class Long extends Moving {
    override toString(): string {
      return "x".repeat(Number(value(this)));
    }
  }
  const shown = (length: number): string => describe(new Long(new Push(), length, 0));
  expect(shown(200)).toBe("x".repeat(200));
  expect(shown(201)).toBe(`${"x".repeat(200)}…`);
});

test("a factor of 1 makes no operation, nor do two numbers", () => {
  const [x, v] = [lifted(2), Float64Array.of(3, 4)];
  expect([scale(1, x), scale(x, 1), scale(1, v), scale(v, 1)].map((y) => [x, v].indexOf(y as never))).toEqual([0, 0, 1, 1]); // prettier-ignore
  expect([scale(2, 3), scale(0, Infinity), scale(NaN, 0)]).toEqual([6, 0, 0]);
});

test("outputs may be of the level of their algebra or below it, not above", () => {
  const [below, own, above] = [new Push(), new Push(), new Push()];
  const [x, y, z] = [below, own, above].map((algebra) => algebra.moving(1, 1));
  const given = ownOutputs("jvp", own, { x, y: [y, 3] }) as { x: unknown; y: readonly unknown[] };
  expect([given.x === x, given.y[0] === y, given.y[1]]).toEqual([true, true, 3]);
  expect(() => ownOutputs("jvp", own, [z])).toThrow(
    /^jvp: expected outputs made of the input, got Moving\(1, 1\) of a transformation inside the function; return/,
  );
  expect(value(y!)).toBe(1);
});
