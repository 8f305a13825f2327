import { Linter, RuleTester } from "eslint";
import { parser } from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { noNativeOperators } from "./no-native-operators.ts";
import { plugin } from "./plugin.ts";

// The tables are judged with the real types of this package: the snippets stand, for the
// type checker, in a file of this folder.
const names = `
import type { Element } from "../element.ts";
import type { Scalar, Scalars, Value, Vector } from "../value.ts";
declare let x: Scalar, y: Scalar, n: number, v: Vector, maybe: Scalar | undefined;
declare const xs: Scalar[], pair: Scalars<2>, ns: number[], e: Element<0>, ok: boolean;
declare const seen: Set<Scalar>, table: Map<Scalar, string>, byName: Map<string, Scalar>;
declare const weak: WeakMap<Element, number>, mode: "auto" | Scalar, flag: boolean | Scalar;
declare const tag: (texts: TemplateStringsArray, ...values: Value[]) => string;
declare const value: (x: Value) => number, lt: (x: Value, y: Value) => boolean;
`;
const core = (expect.getState().testPath ?? "").replace(
  "/src/eslint/no-native-operators.test.ts",
  "",
);
const filename = `${core}/src/eslint/snippet.ts`;
const typed = {
  parser,
  parserOptions: {
    projectService: { allowDefaultProject: ["src/eslint/snippet.ts"] },
    tsconfigRootDir: core,
  },
};

const throws = "and an element throws here";
const identity = "and an element is compared by identity";
const truth = "and an element is true even where it stands for 0";
const never = "and an element is never one";
const decide =
  "use a comparison (lt, le, gt, ge, eq), where(…) to keep both branches, or !== undefined";

const numbers = (operation: string, operand: string, instead: string) =>
  `${operation}: expected plain numbers, got ${operand}, ${throws}; use ${instead}`;
const values = (operation: string, operand: string, instead: string) =>
  `${operation}: expected plain values, got ${operand}, ${identity}; use ${instead}`;
const boolean = (operation: string, operand: string) =>
  `${operation}: expected a boolean, got ${operand}, ${truth}; ${decide}`;
const number = (operation: string, operand: string) =>
  `${operation}: expected a plain number, got ${operand}, ${never}; use ${operation}(value(a))`;

const X = "x of type Scalar";

const arithmetic: readonly (readonly [code: string, ...messages: string[]])[] = [
  ["x + 1", numbers("a + b", X, "add(a, b)")],
  ["1 + x", numbers("a + b", X, "add(a, b)")],
  ["'x is ' + x", numbers("a + b", X, "add(a, b)")],
  ["x - y", numbers("a - b", X, "sub(a, b)")],
  ["x * n", numbers("a * b", X, "mul(a, b)")],
  ["n / e", numbers("a / b", "e of type Element<0>", "div(a, b)")],
  ["x ** 2", numbers("a ** b", X, "pow(a, b)")],
  ["x % 2", numbers("a % b", X, "mod(a, b), which takes the sign of b")],
  ["x < 0", numbers("a < b", X, "lt(a, b)")],
  ["x <= 0", numbers("a <= b", X, "le(a, b)")],
  ["x > 0", numbers("a > b", X, "gt(a, b)")],
  ["x >= 0", numbers("a >= b", X, "ge(a, b)")],
  ["x | 0", numbers("a | b", X, "value(a) | value(b)")],
  ["n >>> x", numbers("a >>> b", X, "value(a) >>> value(b)")],
  ["v * 2", numbers("a * b", "v of type Vector", "mul(a, b)")],
  ["pair[0] + 1", numbers("a + b", "pair[0] of type Scalar", "add(a, b)")],
  ["(x - 1) * n", numbers("a - b", X, "sub(a, b)")],
  ["-x", numbers("-a", X, "neg(a)")],
  ["+x", numbers("+a", X, "a itself, or value(a) for its number")],
  ["~x", numbers("~a", X, "~value(a)")],
  ["x++", numbers("a++", X, "a = add(a, 1)")],
  ["--x", numbers("a--", X, "a = sub(a, 1)")],
  ["x += 1", numbers("a += b", X, "a = add(a, b)")],
  ["n -= x", numbers("a -= b", X, "a = sub(a, b)")],
  ["x **= 2", numbers("a **= b", X, "a = pow(a, b)")],
  ["x &= 1", numbers("a &= b", X, "a = value(a) & value(b)")],
  ["`x is ${x}`", numbers("`${a}`", X, "`${value(a)}`")],
  [
    "`${x} ${y}`",
    numbers("`${a}`", X, "`${value(a)}`"),
    numbers("`${a}`", "y of type Scalar", "`${value(a)}`"),
  ],
  [
    "function f<S extends Scalar>(s: S) { return s * 2; }",
    numbers("a * b", "s of type S", "mul(a, b)"),
  ],
  [
    "class Mine extends Array<Scalar> { f() { return this.length + x } }",
    numbers("a + b", X, "add(a, b)"),
  ],
  [
    "(x as Scalar) /* far */ + /* too long for one line of a message */ n",
    numbers("a + b", "x as Scalar of type Scalar", "add(a, b)"),
  ],
  [
    "[x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x][0] + 1",
    numbers(
      "a + b",
      "[x, x, x, x, x, x, x, x, x, x, x, x, x,… of type Scalar | undefined",
      "add(a, b)",
    ),
  ],
];

const equality: typeof arithmetic = [
  ["x === y", values("a === b", X, "eq(a, b)")],
  ["x === 0", values("a === b", X, "eq(a, b)")],
  ["0 !== x", values("a !== b", X, "!eq(a, b)")],
  ["x == y", values("a == b", X, "eq(a, b)")],
  ["x != 1", values("a != b", X, "!eq(a, b)")],
  ["mode == 'auto'", values("a == b", 'mode of type "auto" | Scalar', "eq(a, b)")],
  ["switch (x) { case 0: break; case 1: break; }", values("switch (a)", X, "if (eq(a, b))")],
  ["switch (n) { case 0: break; case x: break; }", values("switch (a)", X, "if (eq(a, b))")],
  ["Object.is(1, x)", values("Object.is", X, "eq(a, b)")],
  ["xs.includes(x)", values("Array.includes", X, "some((b) => eq(a, b))")],
  ["pair.includes(x)", values("ReadonlyArray.includes", X, "some((b) => eq(a, b))")],
  ["xs?.indexOf(x, 1)", values("Array.indexOf", X, "findIndex((b) => eq(a, b))")],
  ["xs.lastIndexOf(x)", values("Array.lastIndexOf", X, "findLastIndex((b) => eq(a, b))")],
  ["seen.has(x)", values("Set.has", X, "value(a) as the key")],
  ["seen.add(x)", values("Set.add", X, "value(a) as the key")],
  ["table.get(x)", values("Map.get", X, "value(a) as the key")],
  ["table.set(x, 'here')", values("Map.set", X, "value(a) as the key")],
  ["new Set(xs)", values("new Set", "new Set(xs) of type Scalar", "value(a) as the key")],
  [
    "new Map<Scalar, string>()",
    values("new Map", "new Map<Scalar, string>() of type Scalar", "value(a) as the key"),
  ],
];

const truths: typeof arithmetic = [
  ["if (x) {}", boolean("if (a)", X)],
  ["if (flag) {}", boolean("if (a)", "flag of type boolean | Scalar")],
  ["if (maybe) {}", boolean("if (a)", "maybe of type Scalar | undefined")],
  ["while (x) {}", boolean("while (a)", X)],
  ["do {} while (x)", boolean("do … while (a)", X)],
  ["for (; x; ) {}", boolean("for (…; a; …)", X)],
  ["x ? 1 : 2", boolean("a ? b : c", X)],
  ["!x", boolean("!a", X)],
  ["!!x", boolean("!a", X)],
  ["x && ok", boolean("a && b", X)],
  ["x || y", boolean("a || b", X)],
  ["x ||= y", boolean("a ||= b", X)],
  ["x &&= y", boolean("a &&= b", X)],
  ["if (ok && x) {}", boolean("if (a)", X)],
  ["if (x && y) {}", boolean("a && b", X), boolean("if (a)", "y of type Scalar")],
  ["if (ok || (ok && x)) {}", boolean("if (a)", X)],
  ["(ok && x) || ok", boolean("a || b", X)],
  ["if (maybe ?? ok) {}", boolean("if (a)", "maybe ?? ok of type boolean | Scalar")],
  ["Boolean(x)", boolean("Boolean", X)],
  ["xs.filter(Boolean)", boolean("Boolean", "xs of type Scalar")],
  ["pair.some(Boolean)", boolean("Boolean", "pair of type Scalar")],
  ["xs.filter((s) => s)", boolean("Array.filter", "(s) => s of type Scalar")],
  ["ns.every((i) => xs[i])", boolean("Array.every", "(i) => xs[i] of type Scalar | undefined")],
];

const library: typeof arithmetic = [
  ["Math.sin(x)", numbers("Math.sin", X, "sin of @jacobian/core")],
  ["Math.log1p(x)", numbers("Math.log1p", X, "log1p of @jacobian/core")],
  ["Math.max(n, x)", numbers("Math.max", X, "max of @jacobian/core")],
  ["Math.max(...xs)", numbers("Math.max", "...xs of type Scalar", "max of @jacobian/core")],
  ["Math.fround(x)", numbers("Math.fround", X, "Math.fround(value(a))")],
  ["xs.map(Math.exp)", numbers("Math.exp", "xs of type Scalar", "exp of @jacobian/core")],
  ["Number(x)", numbers("Number", X, "value(a)")],
  ["parseFloat(x)", numbers("parseFloat", X, "value(a)")],
  ["String(x)", numbers("String", X, "String(value(a))")],
  ["isNaN(x)", numbers("isNaN", X, "isNaN(value(a))")],
  ["Number.isNaN(x)", number("Number.isNaN", X)],
  ["Number.isFinite(x)", number("Number.isFinite", X)],
  ["Number.isInteger(x)", number("Number.isInteger", X)],
  ["Number.isSafeInteger(x)", number("Number.isSafeInteger", X)],
  ["xs.some(Number.isNaN)", number("Number.isNaN", "xs of type Scalar")],
];

const allowed: readonly string[] = [
  // Numbers, texts and everything else that is never an element.
  "n + 1; -n; n++; n === 0; !ok; ok && n; `${n}`; Math.sin(n); Number.isNaN(n); ns.includes(n);",
  "if (n) {} else if (ok || n) {} switch (n) { case 1: break; } new Set(ns); ns.filter(Boolean);",
  "class Element { tagName = 'p' } const p = new Element(); if (p) {} p === p; [p].includes(p);",
  "value(x) + 1; lt(x, 0) && ok; if (!lt(x, y)) {} Number.isNaN(value(x)); `${value(x)}`;",
  // The ways to ask what a value is.
  "typeof x === 'number' ? x + 1 : x; if (typeof x !== 'number') { x = 1 }",
  "x === undefined; undefined !== maybe; maybe == null; null === x; mode === 'auto'; flag === true;",
  "switch (mode) { case 'auto': break; default: } switch (x) {} x instanceof Object; 'rank' in e;",
  "maybe ?? 0; maybe ??= 1; x = y; void x; typeof x; ok ? x : y; ok && x; ok || x;",
  // Values that travel without being looked at.
  "byName.get('x'); byName.set('x', x); new Map([['x', x]]); weak.get(e); xs.push(x); tag`x = ${x}`;",
  "xs.map((s) => s); xs.filter((s) => lt(s, 0)); xs.forEach(console.log); xs.length + 1; for (;;) {}",
  "function f<T>(t: T, u: unknown, w: any) { return [t === u, !u, w + 1, Boolean(w)]; }",
  // Functions of the user's own that happen to have the names of the language's.
  "const isNaN = (s: Scalar) => lt(s, 0); isNaN(x); const Math = { sin: (s: Scalar) => s }; Math.sin(x);",
  "class Map2 { has(s: Scalar) { return lt(s, 0) } } new Map2().has(x); import.meta; import('x');",
];

const invalid = ([code, ...messages]: (typeof arithmetic)[number]) => ({
  name: code,
  code: names + code,
  filename,
  errors: messages.map((message) => ({ message })),
});

RuleTester.describe = describe;
RuleTester.it = it;
new RuleTester({ languageOptions: typed }).run("no-native-operators", noNativeOperators, {
  valid: allowed.map((code) => ({ name: code, code: names + code, filename })),
  invalid: [...arithmetic, ...equality, ...truths, ...library].map(invalid),
});

describe("without type information", () => {
  const verify = (languageOptions: Linter.Config["languageOptions"]) =>
    new Linter().verify("x + 1; !x;", {
      plugins: { jacobian: plugin },
      rules: { "jacobian/no-native-operators": "error" },
      ...(languageOptions && { languageOptions }),
    });

  it.each([
    ["ESLint's own parser", {}],
    ["typescript-eslint's parser without a project", { parser }],
  ])("%s: says so once and judges nothing", (_, options) => {
    expect(verify(options).map(({ message }) => message)).toEqual([
      "no-native-operators: expected a parser with type information, got one without it; " +
        "set languageOptions.parserOptions.projectService for the parser of typescript-eslint, " +
        "or switch the rule off for this file",
    ]);
  });
});
