import { expect, test } from "vitest";
import { Moving, Push } from "../test-support/push.ts";
import {
  LevelError,
  add,
  decide,
  floor,
  max,
  mul,
  ownOutputs,
  sin,
  stack,
  value,
} from "./index.ts";

/** An algebra whose function has returned. */
class Ended extends Push {
  override readonly open = false;
}

const kept = new Moving(new Ended(), 2, 1);
const other = new Push().moving(3, 1);

test.each<[string, () => unknown]>([
  ["sin", () => sin(kept)],
  ["add", () => add(kept, 1)],
  ["mul", () => mul(other, kept)],
  ["max", () => max(kept, 1)],
  ["stack", () => stack([kept, 1], [2])],
])("%s names itself and the element that escaped, whatever its result", (name, f) => {
  expect(f).toThrow(LevelError);
  expect(f).toThrow(
    `${name}: expected elements of a function that is being differentiated, got Moving(2, 1), which escaped from one that has ended; return it from the function instead of keeping it`,
  );
});

test("its value can be read, compared and rounded", () => {
  expect([value(kept), decide("lt", kept, 3), floor(kept)]).toEqual([2, true, 2]);
});

test("no function gives it as its output", () => {
  expect(() => ownOutputs("jvp", new Push(), [kept])).toThrow(/jvp: .* got Moving\(2, 1\), which/);
});
