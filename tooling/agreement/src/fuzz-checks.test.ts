import { cos, entryAt, linear, mul, neg, sin, stopGradient, unary } from "@jacobian/core";
import type { Linear, Plain, Value } from "@jacobian/core";
import { expect, test } from "vitest";
import { check } from "./fuzz-checks.ts";
import type { Operation } from "./operations.ts";
import { print, printInput } from "./program-text.ts";
import type { RandomProgram } from "./random-program.ts";
import { call } from "./source-text.ts";

const x = Float64Array.of(0.5, -1.25);

type OfOne = (x: Value) => Value;

const operationOf = (name: string, f: OfOne): Operation => ({
  ...{ name, anchors: [], spreads: true, held: name === "stopGradient" },
  run: ([x = NaN]) => [f(x)],
  text: (operands) => call(name, operands),
});

/** A function of a vector after a sine, its value read twice. */
const around = (name: string, f: OfOne): RandomProgram => {
  const step = (from: number, name: string, f: OfOne, result: Value) => ({
    operation: operationOf(name, f),
    operands: [{ from, averaged: false }],
    // Plain, as the input is.
    results: [result as Plain],
  });
  const y = f(sin(x));
  return {
    inputs: [x],
    applications: [
      step(0, "sin", sin, sin(x)),
      step(1, name, f, y),
      step(2, "sin", sin, sin(y)),
      step(2, "neg", neg, neg(y)),
    ],
  };
};

const cosine = unary("cosine", { value: Math.cos, partial: (x) => sin(x) });

/** A turn by 90°, whose transpose is the turn back. */
const turn: Linear = linear("turn", {
  value: (x) => Float64Array.of(-entryAt(x, 1), entryAt(x, 0)),
  shape: (shape) => shape,
  adjoint: (bar) => turn(bar),
});

const sine = unary("sine", { value: Math.sin, partial: (x) => cos(stopGradient(x)) });

const all = { jacobians: true, second: true };

test.each([
  ["a wrong partial derivative", "cosine", cosine, "J·v by dual"],
  ["a wrong adjoint", "turn", turn, "⟨w, J·v⟩ by dual and ⟨Jᵀ·w, v⟩ by tape"],
  ["a wrong second derivative", "sine", sine, "second order by dual over dual"],
])("finds %s", (_, name, f, found) => {
  const { wrong, compared } = check(around(name, f), 7, all);
  expect(wrong.join("\n")).toContain(found);
  expect(compared).toBe(true);
});

test("finds nothing where nothing is wrong", () => {
  const twice = (x: Value) => mul(2, x);
  expect(check(around("twice", twice), 7, all)).toMatchObject({ wrong: [], compared: true });
});

test("takes what is held constant as it is", () => {
  const program = around("stopGradient", stopGradient);
  expect(check(program, 7, all)).toMatchObject({ wrong: [], compared: true });
});

test("prints a program as source text, what is read twice by a name", () => {
  const program = around("tanh", neg);
  expect(print(program)).toBe(
    "([x0]) => {\n  const y1 = tanh(sin(x0));\n  return [sin(y1), neg(y1)];\n}",
  );
  expect(printInput(program)).toBe("[Float64Array.of(0.5, -1.25)]");
});
