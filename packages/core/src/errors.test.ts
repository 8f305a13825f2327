import { describe, expect, test } from "vitest";
import * as errors from "./errors.ts";

describe.each(Object.entries(errors))("%s", (name, Kind) => {
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
