import { type Scalar, LevelError, add, floor, gt, mul, square, value } from "@jacobian/core";
import { expect, test } from "vitest";
import { record } from "./index.ts";

// What a replay has overtaken must not be taken for what is.

test("a pullback of an earlier replay", () => {
  const tape = record((x: Scalar) => square(x))(1);
  const first = tape.pullback(2);
  expect(first.pullback(1)).toBe(4);
  expect(first.pullback(10)).toBe(40);
  const second = tape.pullback(3);
  expect(() => first.pullback(1)).toThrow(LevelError);
  expect(() => first.pullback(1)).toThrow(/record: .* got a pullback of an earlier one; read it/);
  expect(second.pullback(1)).toBe(6);
});

test("a pullback of before the function was recorded again", () => {
  const tape = record((x: Scalar) => (gt(x, 2) ? mul(7, x) : square(x)))(1);
  const first = tape.pullback(2);
  tape.gradient(3);
  expect(() => first.pullback(1)).toThrow(LevelError);
});

test("an element that escaped: readable until the tape is replayed", () => {
  let kept: Scalar = 0;
  const tape = record((x: Scalar) => square((kept = mul(2, x))))(1);
  expect(value(kept)).toBe(2);
  expect(() => add(kept, 1)).toThrow(LevelError);
  tape.gradient(5);
  expect(() => value(kept)).toThrow(/record: .* got an element of an earlier one/);
  expect(() => add(kept, 1)).toThrow(LevelError);
});

test("an element that escaped before the function was recorded again", () => {
  let kept: Scalar = 0;
  const f = (x: Scalar) => (gt(x, 2) ? mul(7, x) : (kept = square(x)));
  const tape = record(f)(1);
  const old = kept;
  tape.gradient(3);
  expect(() => value(old)).toThrow(LevelError);
});

test("an element that escaped is compared as it was, which is no step of the tape, until it is replayed", () => {
  let kept: Scalar = 0;
  const tape = record((x: Scalar) => square((kept = mul(2, x))))(1);
  const before = tape.toText();
  expect(gt(kept, 1)).toBe(true);
  expect(floor(kept)).toBe(2);
  expect(tape.toText()).toBe(before);
  tape.gradient(5);
  expect(() => gt(kept, 1)).toThrow(/record: .* got an element of an earlier one/);
  expect(() => floor(kept)).toThrow(LevelError);
});
