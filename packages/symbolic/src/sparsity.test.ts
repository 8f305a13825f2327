import { add, floor, mul, relu, sin, square, sub, sum, unary, vector, where } from "@jacobian/core";
import { expect, test } from "vitest";
import { gradient, symbols } from "./index.ts";
import { hessianPattern, jacobianPattern } from "./sparsity.ts";

const [x, y, z] = symbols("x y z");

test("rows are outputs, their columns rise", () => {
  expect(jacobianPattern([add(z, x), 5, mul(y, y)], [x, y, z])).toEqual({
    ...{ rows: 3, cols: 3 },
    ...{ starts: [0, 2, 2, 3], columns: [0, 2, 1] },
  });
});

test("conditions and steps carry no derivative, pieces do", () => {
  const f = [where("lt", x, 0, y, z), mul(floor(x), y), relu(sub(x, y))];
  expect(jacobianPattern(f, [x, y, z]).columns).toEqual([1, 2, 1, 0, 1]);
});

test("a partial derivative that is 0 is no path", () => {
  const flat = unary("flat", { value: () => 1, partial: () => 0 });
  expect(jacobianPattern([flat(x), mul(flat(x), y)], [x, y]).columns).toEqual([1]);
});

test("the Hessian shows which variables meet in a nonlinear way", () => {
  const f = add(mul(3, x), add(mul(y, z), sin(z)));
  expect(hessianPattern(f, [x, y, z])).toEqual({
    ...{ rows: 3, cols: 3 },
    ...{ starts: [0, 0, 1, 3], columns: [2, 1, 2] },
  });
});

test("it is that of the Jacobian of the gradient", () => {
  const v = symbols(Array.from({ length: 50 }, (_, k) => `v${k}`).join(" "));
  const f = sum(vector(v.slice(1).map((next, k) => square(sub(next, square(v[k]!))))));
  const pattern = hessianPattern(f, v);
  expect(pattern).toEqual(jacobianPattern(gradient(f, v), v));
  expect(pattern.columns.length).toBe(3 * 50 - 2);
});
