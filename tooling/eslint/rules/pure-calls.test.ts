import { RuleTester } from "eslint";
import { afterAll, describe, it } from "vitest";
import { pureCalls } from "./pure-calls.js";

Object.assign(RuleTester, { afterAll, describe, it });

const impure = { messageId: "impure" };

new RuleTester().run("pure-calls", pureCalls, {
  valid: [
    "export const tanh = /*#__PURE__*/ unary('tanh', { value: Math.tanh });",
    "export const tanh = /* @__PURE__ */ unary('tanh');",
    "export const f = (x) => g(x);",
    "export function f() { return new Map(); }",
    "class Matrix { data = new Float64Array(1); sum() { return add(this); } }",
    "export const a = /*#__PURE__*/ f(/*#__PURE__*/ g());",
    "export const later = () => tag`text`;",
  ],
  invalid: [
    {
      code: "export const tanh = unary('tanh');",
      output: "export const tanh = /*#__PURE__*/ unary('tanh');",
      errors: [impure],
    },
    {
      code: "const a = /*#__PURE__*/ f({ deep: [g()] });",
      output: "const a = /*#__PURE__*/ f({ deep: [/*#__PURE__*/ g()] });",
      errors: [impure],
    },
    {
      code: "const seen = new WeakMap();",
      output: "const seen = /*#__PURE__*/ new WeakMap();",
      errors: [impure],
    },
    {
      code: "class A { static one = f(); [g()] = 1; }",
      output: "class A { static one = /*#__PURE__*/ f(); [/*#__PURE__*/ g()] = 1; }",
      errors: [impure, impure],
    },
    {
      code: "const a = f()(1);",
      output: "const a = /*#__PURE__*/ f()(1);",
      errors: [impure, impure],
    },
    {
      code: "/* something else */ start();",
      output: "/* something else */ /*#__PURE__*/ start();",
      errors: [impure],
    },
    { code: "const a = tag`text`;", errors: [{ messageId: "tagged" }] },
  ],
});
