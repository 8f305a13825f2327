import {
  type Value,
  DomainError,
  JacobianError,
  ShapeError,
  describeShape,
  isValue,
  shapeOf,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { type Operands, calls, withoutShapes } from "../test-support/calls.ts";
import * as linalg from "./index.ts";

/** What a program that is not type-checked may call. */
type Callable = (...operands: Operands) => unknown;

// Whatever is exported and can be called takes operands.
const exported = Object.entries(linalg).filter(([, it]) => typeof it === "function") as unknown as [
  string,
  Callable,
][];
const tested = exported.filter(([name]) => !withoutShapes.includes(name));

test("every exported function is called with wrong shapes", () => {
  const names = exported.map(([name]) => name);
  const stated = [...Object.keys(calls), ...withoutShapes];
  expect(names.filter((name) => !stated.includes(name))).toEqual([]);
  expect(stated.filter((name) => !names.includes(name))).toEqual([]);
});

const describeOperands = (operands: Operands): string[] =>
  operands.filter(isValue).map((x: Value) => describeShape(shapeOf(x)));

const thrownBy = (call: () => unknown): unknown => {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe.each(tested)("%s", (name, f) => {
  const { right, wrong } = calls[name] ?? { right: [], wrong: [] };

  test("works on right shapes", () => {
    expect(thrownBy(() => f(...right))).toBeUndefined();
  });

  test.each(wrong.map((operands) => [describeOperands(operands), operands] as const))(
    "refuses %j, and shows them",
    (shapes, operands) => {
      const error = thrownBy(() => f(...operands));
      expect(error).toBeInstanceOf(ShapeError);
      const { message } = error as ShapeError;
      expect(message).toMatch(new RegExp(`^${name}: expected .+, got .+; .+`, "s"));
      for (const shape of shapes) expect(message).toContain(shape);
    },
  );

  const noValues = [undefined, null, "A", [[1]], {}, new Float32Array(3), 3n, () => 1];
  const places = right.flatMap((operand, k) =>
    isValue(operand) ? noValues.map((it) => [k, it] as const) : [],
  );
  test.each(places)("refuses what is no value as operand %i: %o", (k, it) => {
    const error = thrownBy(() => f(...right.with(k, it)));
    expect(error).toBeInstanceOf(JacobianError);
    expect((error as JacobianError).message).toMatch(
      new RegExp(`^${name}: expected .+, got .+; .+`),
    );
  });
});

describe.each(["zeroMatrix", "identity", "randomMatrix"] as const)("%s", (name) => {
  test.each([undefined, null, "2", [2], {}, 3n, -1, 0.5, NaN])("of %o rows", (n) => {
    const f = linalg[name] as Callable;
    const error = thrownBy(() => f(n, n, { seed: 1 }));
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).message).toMatch(`${name}: expected a whole number of rows, got`);
  });
});
