import { describe, expect, test } from "vitest";
import * as errors from "./errors.ts";

describe.each(Object.entries<new (message: string) => Error>({ ...errors }))("%s", (name, Kind) => {
  test("is told by its class and by its name", () => {
    const error = new Kind("f: expected one, got two; pass one");
    expect(error).toBeInstanceOf(errors.JacobianError);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe(name);
    expect(String(error)).toBe(`${name}: f: expected one, got two; pass one`);
  });
});

test("there are ten of them", () => {
  expect(Object.keys(errors).sort()).toEqual([
    "ConvergenceError",
    "DomainError",
    "DuplicateCoreError",
    "JacobianError",
    "LevelError",
    "OperatorError",
    "ParseError",
    "ShapeError",
    "SingularMatrixError",
    "UndecidedError",
  ]);
});

test("a ParseError says where, and what was expected", () => {
  const error = new errors.ParseError("m", { line: 2, column: 3, offset: 7 }, "an operand");
  expect(error).toMatchObject({ line: 2, column: 3, offset: 7, expected: "an operand" });
  expect(new errors.ParseError("m")).toMatchObject({ line: 1, column: 1, offset: 0 });
});
