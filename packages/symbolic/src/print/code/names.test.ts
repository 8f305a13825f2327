import {
  add,
  div,
  DomainError,
  mul,
  sigmoid,
  sin,
  square,
  sub,
  unary,
  vector,
  where,
  log,
} from "@jacobian/core";
import { describe, expect, test } from "vitest";
import { hasC, hasPython, runC, runPython } from "../../../test-support/run-source.ts";
import type { Formula } from "../../formula/formula.ts";
import { constant } from "../../formula/make.ts";
import { symbols } from "../../symbols.ts";
import { toC } from "./c.ts";
import { toJavaScript } from "./javascript.ts";
import { toPython } from "./python.ts";

const [x, y] = symbols("x y");
const cube = unary("cube", { value: (a) => a ** 3, partial: (a) => mul(3, square(a)) });
const scaled = unary<number>("scaled", { value: (a, s) => s * a, partial: (_a, _y, s) => s });

describe.each([
  ["toC", toC],
  ["toPython", toPython],
  ["toJavaScript", toJavaScript],
])("%s", (operation, print) => {
  test("refuses what it cannot write", () => {
    expect(() => print(x, [y])).toThrow(`${operation}: expected a place for each variable`);
    expect(() => print(x, [x], { name: "for" })).toThrow(DomainError);
    expect(() => print(x, [x], { name: "f(x); g" })).toThrow(
      `${operation}: expected the name of a function, got "f(x); g"`,
    );
    expect(() => print(cube(x), [x])).toThrow(
      `${operation}: expected functions of core, got the primitive "cube"`,
    );
    expect(() => print(cube(x), [x], { functions: { cube: "a b" } })).toThrow(DomainError);
    expect(() => print(scaled(x, 2), [x], { functions: { scaled: "s" } })).toThrow(
      `${operation}: expected primitives without static arguments`,
    );
    const many = symbols(Array.from({ length: 10_001 }, (_, k) => `v${k}`).join(" "));
    expect(() => print(many[0]!, many)).toThrow(`${operation}: expected at most 10000 variables`);
    const constructor = unary("constructor", { value: (a) => a, partial: () => 1 });
    expect(() => print(constructor(x), [x])).toThrow(DomainError);
  });

  test("calls primitives of the user by the names they are given", () => {
    expect(print(cube(add(x, 1)), [x], { functions: { cube: "my_cube" } })).toContain(
      "my_cube(x + 1",
    );
  });

  test("takes a primitive for a function of core by its rule, not by its name", () => {
    const fake = unary("sin", { value: (a) => a, partial: () => 1 });
    expect(() => print(fake(x), [x])).toThrow(DomainError);
  });

  test("writes what is used twice once", () => {
    const source = print([mul(sin(x), y), square(sin(x))], [x, y]);
    expect(source.split("sin(x)").length).toBe(2);
    expect(source).toContain("t0");
  });

  test("cuts deep formulas into statements", () => {
    let deep: Formula = x;
    for (let k = 0; k < 30_000; k++) deep = sin(deep) as Formula;
    const lines = print(deep, [x]).split("\n");
    expect(lines.length).toBeGreaterThan(1000);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(300);
  });
});

const odd = symbols(
  "for return lambda t0 t1 f sin np out Math sigmoid θ θ_1 é y0 v_x _x x_1 double",
);
const sum = odd.reduce<Formula>((total: Formula, a) => sub(total, mul(2, a)) as Formula, odd[0]);
const oddOutputs = [sin(sum), mul(sin(sum), sigmoid(odd[11]))];
const values = odd.map((_, k) => k / 8);
const total = values.reduce((t, a) => t - 2 * a, values[0]!);
const expected = [Math.sin(total), Math.sin(total) / (1 + Math.exp(-values[11]!))];

describe("variables of any name", () => {
  const call = (list: string): string => `f(${values.join(", ")}${list})`;

  test.skipIf(!hasC)("C (skipped where there is no gcc)", () => {
    const source = toC(oddOutputs, odd, { name: "g" });
    const f = `void f(double a, double b, double *r) { (void)a; (void)b; ${call(", r").replace("f", "g")}; }`;
    runC(`${source}\n${f}`, 2, [[0, 0]]).forEach((y, k) => expect(y).toBeCloseTo(expected[k]!, 14));
  });

  test.skipIf(!hasPython)("Python (skipped where there is no NumPy)", () => {
    const source = toPython(oddOutputs, odd, { name: "g" });
    const f = `def f(a, b): return ${call("").replace("f", "g")}`;
    runPython(`${source}\n${f}`, [[0, 0]]).forEach((y, k) =>
      expect(y).toBeCloseTo(expected[k]!, 14),
    );
  });

  test("JavaScript", () => {
    const parameters = /function f\((.*)\)/.exec(toJavaScript(oddOutputs, odd))![1]!.split(", ");
    expect(new Set(parameters).size).toBe(odd.length);
    expect(parameters).toEqual([
      ...[
        "for_1",
        "return_1",
        "lambda",
        "t0",
        "t1",
        "f_1",
        "sin",
        "np",
        "out",
        "Math_1",
        "sigmoid_1",
      ],
      ...["theta", "theta_1", "ue9", "y0", "v_x", "v_x_1", "x_1", "double"],
    ]);
  });
});

test("Greek letters are spelled, and stay apart from what is spelled so", () => {
  const names = symbols("α alpha Δx ς ϑ µ x₁ x1");
  expect(/function f\((.*)\)/.exec(toJavaScript([...names], names))![1]).toBe(
    "alpha, alpha_1, Deltax, sigmaf, theta, mu, x1, x1_1",
  );
});

test("arrays in Python, where conditions choose entry by entry", () => {
  const source = toPython(vector([where("gt", x, 0, log(x), 0), y]), [x, y]);
  expect(source).toContain('@np.errstate(divide="ignore", invalid="ignore", over="ignore")');
});

test("a division by the number 0 is NumPy's: Python's own raises an error", () => {
  expect(toPython(add(div(1, constant(0)), div(x, constant(0))), [x])).toContain(
    "np.divide(1.0, 0.0) + np.divide(x, 0.0)",
  );
});
