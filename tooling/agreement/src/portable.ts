import * as core from "@jacobian/core";
import * as dual from "@jacobian/dual";
import * as linalg from "@jacobian/linalg";
import * as nonsmooth from "@jacobian/nonsmooth";
import * as symbolic from "@jacobian/symbolic";
import * as tape from "@jacobian/tape";
import { check } from "@tooling/conformance/check";
import { scenarios } from "@tooling/conformance/scenarios";
import * as jacobian from "jacobian";

// What is checked where no test runner runs: a browser, with or without code made of text.

const engines = [
  { name: "dual", core, linalg, ...dual },
  { name: "tape", core, linalg, ...tape },
  { name: "jacobian", core, linalg, ...jacobian },
  { name: "nonsmooth", core, jacobian: nonsmooth.jacobian },
];

/** Whether this place lets text become code. */
const makesCode = (): boolean => {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- asks
    new Function("");
    return true;
  } catch {
    return false;
  }
};

/** A formula as a function, by code or by the interpreter. */
const formulas = (): string[] => {
  const [x, y] = symbolic.symbols("x y");
  const f = symbolic.toFunction(symbolic.parse("sin(x)*y + x^2"), [x, y]);
  const [got, expected] = [f(0.7, 3), Math.sin(0.7) * 3 + 0.7 ** 2];
  return Math.abs(got - expected) < 1e-14 ? [] : [`toFunction: expected ${expected}, got ${got}`];
};

/** Runs every scenario of the conformance suite by every engine, and what formulas make. */
export const runPortable = () => {
  const results = engines.flatMap((engine) =>
    scenarios
      .filter(({ needs }) => needs !== "linalg" || "linalg" in engine)
      .map((scenario) => check(engine, scenario).map((wrong) => `${engine.name}: ${wrong}`)),
  );
  const all = [...results, formulas()];
  return {
    passed: all.filter(({ length }) => length === 0).length,
    wrong: all.flat(),
    makesCode: makesCode(),
  };
};
