import { expect, test } from "vitest";
import { OperatorError, checkedFunction, sin } from "./index.ts";

test.each<[unknown, string]>([
  [undefined, "undefined"],
  [3, "3"],
  [[Math.sin], "an array of 1"],
  [{ f: Math.sin }, "an object (Object)"],
])("%o is no function", (f, got) => {
  expect(() => checkedFunction("jvp", f)).toThrow(OperatorError);
  expect(() => checkedFunction("jvp", f)).toThrow(
    `jvp: expected a function to differentiate, got ${got}; give the function itself first`,
  );
});

test("a function is given back as it is", () => {
  expect(checkedFunction("jvp", sin)).toBe(sin);
});
